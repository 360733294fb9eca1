import type { Language } from '../../preload/contract/view.ts';
import { isDay } from '../day/shop-days.ts';
import { shopCsv } from '../day/shop-csv.ts';
import { shopFigures, type ShopFigures } from '../day/shop-figures.ts';
import { hourName } from '../day/shop-paper.ts';
import { paperHtml } from '../day/paper-html.ts';
import { type ReportEntry, reportFileName, reportOnPaper } from '../day/report-paper.ts';
import type { Desk } from '../desk.ts';
import type { Journal } from '../journal/index.ts';
import { ok, type Result } from '../result.ts';
import type { Handlers } from './calls.ts';
import { reportView } from './day-calls.ts';
import type { Printing } from './printing.ts';
import { refuse, type Refusal } from './refusal.ts';

export type ReportCallParts = {
  readonly journal: Journal;
  readonly desk: Desk;
  readonly printing: Printing;
  readonly language: () => Language;
};

type ReportCall = Extract<keyof Handlers, `report.${string}` | `shop.${string}`>;

/** Beyond this a screen shows nothing that anybody would read; the CSV has them all. */
const mostArticles = 50;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Reports that were made, shown and printed again, and the shop's own figures. */
export function reportCalls(parts: ReportCallParts): Pick<Handlers, ReportCall> {
  const { journal, desk } = parts;

  function find(seq: number): Result<ReportEntry, Refusal> {
    const entry = journal.read.report(seq);
    return entry === null ? refuse('REPORT-UNKNOWN') : ok(entry);
  }

  async function figures(period: { from: string; to: string }): Promise<Result<ShopFigures, Refusal>> {
    if (!isPeriod(period)) return refuse('MESSAGE-WRONG');
    return ok(await shopFigures(journal.read, period, nextTurn));
  }

  async function save(
    name: string,
    content: () => Promise<Uint8Array | string>,
  ): Promise<Result<{ saved: boolean }, Refusal>> {
    const path = await desk.chooseSavePath(name);
    if (path === null) return ok({ saved: false });
    try {
      await desk.writeFile(path, await content());
      return ok({ saved: true });
    } catch (thrown) {
      return refuse('REPORT-NOT-PRINTED', { reason: String(thrown) });
    }
  }

  return {
    'report.list': (query) => ok(journal.read.reports(query)),

    'report.show': ({ seq }) => {
      const found = find(seq);
      return found.ok ? ok(reportView(journal.read, found.value, parts.language())) : found;
    },

    'report.print': ({ seq }) => {
      const found = find(seq);
      return found.ok ? parts.printing.print({ kind: 'report', seq }) : found;
    },

    'report.savePdf': ({ seq }) => {
      const found = find(seq);
      if (!found.ok) return found;
      const html = paperHtml(reportOnPaper(journal.read, found.value, parts.language()), 80);
      return save(reportFileName(found.value), () => desk.htmlToPdf(html));
    },

    'shop.figures': async (period) => {
      const found = await figures(period);
      if (!found.ok) return found;
      const { hours, groups, articles, means, operators, ...totals } = found.value;
      const bare = ({ name, number, amount }: ShopFigures['groups'][number]) => ({ name, number, amount });
      return ok({
        ...totals,
        hours: hours.map((hour) => ({ ...bare(hour), name: hourName(hour.key) })),
        groups: groups.map(bare),
        articles: articles.slice(0, mostArticles).map(bare),
        means: means.map(bare),
        operators: operators.map(bare),
      });
    },

    'shop.print': (period) =>
      isPeriod(period) ? parts.printing.print({ kind: 'figures', ...period }) : refuse('MESSAGE-WRONG'),

    'shop.saveCsv': async (period) => {
      const found = await figures(period);
      if (!found.ok) return found;
      const { from, to } = period;
      return save(`${from}-${to}.csv`, () => Promise.resolve(shopCsv(found.value, parts.language())));
    },
  };
}

function isPeriod({ from, to }: { readonly from: string; readonly to: string }): boolean {
  return isDay(from) && isDay(to) && from <= to;
}
