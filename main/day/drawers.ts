import type { CashCount } from '../journal/entries/day-report.ts';
import type { SettledDrawer } from '../journal/entries/drawer.ts';
import type { DayFigure, JournalReads } from '../journal/index.ts';
import { ore, type Ore } from '../sale/money.ts';
import { cashExpected, hadCash } from './report.ts';

/** One operator's drawer on the open day; null is nobody's. Amounts in øre. */
export interface OwnDrawer {
  readonly drawer: string | null;
  /** Null when none was registered. */
  readonly float: Ore | null;
  readonly expected: Ore;
  /** The count that stands: cash has not moved since. */
  readonly count: CashCount | null;
}

/** The drawers that cash went through today, where each operator has one, by name. */
export function ownDrawers(
  figures: readonly DayFigure[],
  read: Pick<JournalReads, 'lastDrawerCount'>,
): OwnDrawer[] {
  const names = new Set(figures.map(({ operator }) => operator));
  return [...names]
    .filter((drawer) => hadCash(ofDrawer(figures, drawer)))
    .toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'nb'))
    .map((drawer) => ownDrawer(drawer, figures, read));
}

/** An operator's drawer, also before any cash went through it. */
export function ownDrawer(
  drawer: string | null,
  figures: readonly DayFigure[],
  read: Pick<JournalReads, 'lastDrawerCount'>,
): OwnDrawer {
  const its = ofDrawer(figures, drawer);
  const expected = cashExpected(its);
  const count = read.lastDrawerCount(drawer);
  const float = its.find(({ figure, number }) => figure === 'float' && number > 0);
  return {
    drawer,
    float: float?.amount ?? null,
    expected,
    count: count?.expected === expected ? count : null,
  };
}

function ofDrawer(figures: readonly DayFigure[], drawer: string | null): DayFigure[] {
  return figures.filter(({ operator }) => operator === drawer);
}

/** How the drawers came out, each with what explains its difference. Null while one is not counted. */
export function settledDrawers(
  drawers: readonly OwnDrawer[],
  reasons: readonly { readonly drawer: string | null; readonly reason: string }[],
): SettledDrawer[] | null {
  const settled = drawers.flatMap(({ drawer, float, count }) => {
    if (count === null) return [];
    const { expected, counted, difference } = count;
    const reason = reasons.find((one) => one.drawer === drawer)?.reason ?? null;
    return [{ drawer, float, expected, counted, difference, reason: difference === 0 ? null : reason }];
  });
  return settled.length === drawers.length ? settled : null;
}

/** The counts of all drawers as one: what the Z says of the till's cash. Null where there is none. */
export function countOfAll(drawers: readonly OwnDrawer[]): CashCount | null {
  const counts = drawers.flatMap(({ count }) => count ?? []);
  const [first] = counts;
  if (first === undefined) return null;
  const adding = (of: (count: CashCount) => number): Ore =>
    ore(counts.reduce((sum, count) => sum + of(count), 0));
  return {
    counts: first.counts.map(({ denomination }) => ({
      denomination,
      count: adding(({ counts: its }) => its.find((one) => one.denomination === denomination)?.count ?? 0),
    })),
    expected: adding(({ expected }) => expected),
    counted: adding(({ counted }) => counted),
    difference: adding(({ difference }) => difference),
  };
}
