import type { Language } from '../../preload/contract/view.ts';
import { plain, printable } from '../receipt/index.ts';
import { isMeans } from '../sale/means.ts';
import { ore, thousandths } from '../sale/money.ts';
import { wordsFor, type Words } from '../words/index.ts';
import type { Paper, PaperRow } from './paper.ts';
import type { ShopFigures, SoldUnder } from './shop-figures.ts';

/** Enough for a look; the CSV has them all. */
const mostArticles = 30;

/** Rows of the shop's figures under one heading, named for a person. */
export interface FiguresTable {
  readonly heading: string;
  readonly rows: readonly { readonly name: string; readonly number: string; readonly amount: number }[];
}

/** The tables of the shop's figures, as screen, paper and CSV share them. */
export function figuresTables(figures: ShopFigures, words: Words): readonly FiguresTable[] {
  const said = words.day;
  const receipts = ({ number }: SoldUnder): string => String(number);
  const pieces = ({ number }: SoldUnder): string => plain(words.format.quantity(thousandths(number)));
  const table = (
    heading: string,
    rows: readonly SoldUnder[],
    name: (row: SoldUnder) => string,
    number: (row: SoldUnder) => string,
  ): FiguresTable => ({
    heading,
    rows: rows.map((row) => ({ name: name(row), number: number(row), amount: row.amount })),
  });
  return [
    table(said.byHour, figures.hours, ({ key }) => hourName(key), receipts),
    table(said.byGroup, figures.groups, ({ name }) => printable(name) || said.noGroup, pieces),
    table(said.byArticle, figures.articles, ({ name }) => printable(name) || '?', pieces),
    table(said.byMeans, figures.means, ({ key }) => (isMeans(key) ? said.means[key] : key), receipts),
    table(said.byOperator, figures.operators, ({ name }) => printable(name) || said.nobody, receipts),
  ];
}

/** `09`: from nine to ten. */
export function hourName(hour: string): string {
  return `${hour}-${String((Number(hour) + 1) % 24).padStart(2, '0')}`;
}

/** The shop's figures on paper. */
export function shopPaper(figures: ShopFigures, sellerName: string, language: Language): Paper {
  const words = wordsFor(language);
  const said = words.day;
  const money = (amount: number): string => plain(words.format.amount(ore(amount)));
  const row = (label: string, number: string | null, amount: number): PaperRow => ({
    label,
    number,
    value: money(amount),
  });
  const date = (day: string): string => plain(words.format.date(`${day}T12:00:00.000Z`));
  const to = figures.from === figures.to ? '' : ` - ${date(figures.to)}`;
  return {
    language,
    title: said.figures,
    marking: '',
    head: [printable(sellerName), `${date(figures.from)}${to}`],
    sections: [
      {
        heading: said.sales,
        rows: [
          row(said.sales, String(figures.sales.number), figures.sales.amount),
          row(said.returns, String(figures.returns.number), figures.returns.amount),
          row(said.net, null, figures.net),
          row(said.vatTax, null, figures.vat),
        ],
      },
      ...figuresTables(figures, words)
        .filter(({ rows }) => rows.length > 0)
        .map(({ heading, rows }) => ({
          heading,
          rows: rows.slice(0, mostArticles).map(({ name, number, amount }) => row(name, number, amount)),
        })),
    ],
    sign: [],
  };
}
