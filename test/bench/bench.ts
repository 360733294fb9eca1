// npm run bench -- --json FILE: the till's figures, measured on the built app, each against its limit.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { commitFigures } from './commit.ts';
import { counterFigures } from './counter.ts';
import { exportWindowFigures } from './export-window.ts';
import { exportFigures } from './export.ts';
import { type Figure, report, table } from './figures.ts';
import { paymentFigures } from './payment.ts';
import { lookupFigures } from './receipt-lookup.ts';
import { lookupScreenFigures } from './receipt-screen.ts';
import { largeScanFigures, scanFigures } from './scan.ts';
import { secondCopyFigures } from './second-copy.ts';
import { startFigures } from './start.ts';
import { zReportFigures } from './z-report.ts';

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  commit: commitFigures,
  start: startFigures,
  scan: scanFigures,
  'scan-100k': largeScanFigures,
  counter: counterFigures,
  payment: paymentFigures,
  'receipt-lookup': () => Promise.resolve(lookupFigures()),
  'receipt-screen': lookupScreenFigures,
  'z-report': () => zReportFigures(),
  export: exportFigures,
  'export-window': exportWindowFigures,
  'second-copy': secondCopyFigures,
};

const usage = `Usage: npm run bench -- --json FILE [--only PART]

Measures the till and writes the figures to FILE. PART is one of ${Object.keys(parts).join(', ')}.

Exit codes: 0 every limit is kept, 1 one is missed or could not be measured (said on the last line), 2 wrong usage.`;

type Asked = { readonly json: string; readonly parts: readonly (() => Promise<Figure[]>)[] };

function asked(): Asked | null {
  try {
    const { values } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string' } } });
    if (values.json === undefined || values.json === '') return null;
    const only = values.only === undefined ? null : parts[values.only];
    if (only === undefined) return null;
    return { json: path.resolve(values.json), parts: only === null ? Object.values(parts) : [only] };
  } catch {
    return null;
  }
}

async function bench({ json, parts: wanted }: Asked): Promise<void> {
  const figures: Figure[] = [];
  for (const measure of wanted) figures.push(...(await measure()));
  const reports = new Map(figures.map((figure) => [figure.name, report(figure)]));
  writeFileSync(json, `${JSON.stringify(Object.fromEntries(reports), null, 2)}\n`);
  console.log(table(reports));
  const missed = [...reports].filter(([, { ok }]) => !ok).map(([name]) => name);
  if (missed.length === 0) return;
  console.log(`Limits missed: ${missed.join(', ')}.`);
  process.exitCode = 1;
}

const wanted = asked();
if (wanted === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    await bench(wanted);
  } catch (thrown) {
    const [said = ''] = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n');
    console.log(`The bench did not come to its end: ${said}`);
    process.exit(1);
  }
}
