import type { Page } from '@playwright/test';
import { type Simulator, startSimulator } from '../../main/simulator/index.ts';
import {
  kill,
  openApp,
  provisioningFor,
  removeFolder,
  scan,
  temporaryFolder,
  writeProvisioning,
} from '../helpers/app.ts';
import { demoCatalogue } from './catalogue.ts';
import { type Figure, median, quantile } from './figures.ts';

const runs = 5;
const paymentsInARun = 6;
const coffee = '2000079269191';

async function payByCard(page: Page): Promise<void> {
  await scan(page, coffee);
  await page.getByRole('listbox', { name: 'Basket' }).getByRole('option').waitFor();
  await page.getByRole('button', { name: 'Pay by card' }).click();
  await page.getByRole('heading', { name: 'Present card' }).waitFor();
}

/** When the window shows `Approved`, in ms since 1970 by the machine's clock. */
function approvalOnScreen(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): boolean => {
          if (document.querySelector('h1')?.textContent !== 'Approved') return false;
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
          return true;
        };
        if (look()) return;
        const observer = new MutationObserver(() => {
          if (look()) observer.disconnect();
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
  );
}

type Paid = { readonly approvedMs: number; readonly requestsPerSecond: number };

/** One payment; the customer taps `afterMs` after the terminal asked. */
async function payOnce(page: Page, simulator: Simulator, afterMs: number): Promise<Paid> {
  const before = simulator.requests().length;
  await payByCard(page);
  const seen = approvalOnScreen(page);
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  const tappedAt = performance.timeOrigin + performance.now();
  if (!simulator.terminal('T0292').tapNow('approved')) throw new Error('The terminal asked for nothing');
  const approvedMs = (await seen) - tappedAt;
  const until = performance.timeOrigin + performance.now();
  // From the request that asked for the card: what the scanning and pressing before it take thins nothing out.
  const sent = simulator.requests().slice(before);
  const first = sent.findIndex(({ operation }) => operation === 'create');
  const seconds = (until - Date.parse(sent[first]?.at ?? '')) / 1000;
  const requests = sent.length - first;
  await page.getByRole('button', { name: 'New sale' }).click();
  await page.getByText('Scan the first article').waitFor();
  return { approvedMs, requestsPerSecond: requests / seconds };
}

/** From the terminal's approval to the screen, and how often Dintero is asked meanwhile. */
async function approvals(page: Page, simulator: Simulator): Promise<Figure[]> {
  const all: Paid[][] = [];
  for (let run = 0; run < runs; run += 1) {
    const paid: Paid[] = [];
    for (let payment = 0; payment < paymentsInARun; payment += 1) {
      // Customers tap between three and nine seconds after they are asked, at any moment between two looks.
      const share = (run * paymentsInARun + payment) / (runs * paymentsInARun - 1);
      paid.push(await payOnce(page, simulator, 3_000 + Math.round(share * 6_000)));
    }
    all.push(paid);
  }
  const of = (figure: (paid: readonly Paid[]) => number): number[] => all.map(figure);
  return [
    {
      name: 'approved_to_screen_ms',
      unit: 'ms',
      limit: 700,
      runs: of((paid) => median(paid.map((one) => one.approvedMs))),
    },
    {
      name: 'approved_to_screen_p95_ms',
      unit: 'ms',
      limit: 1_200,
      runs: of((paid) =>
        quantile(
          paid.map((one) => one.approvedMs),
          0.95,
        ),
      ),
    },
    {
      name: 'requests_per_second_while_paying',
      unit: 'a second',
      limit: 1,
      runs: of((paid) => median(paid.map((one) => one.requestsPerSecond))),
    },
  ];
}

/** A till that died while the terminal waited, and whose customer tapped meanwhile: from its start to `Approved`. */
async function restartOnce(folder: string, simulator: Simulator): Promise<number> {
  const dying = await openApp(folder, ['--lang=en']);
  await payByCard(dying.page);
  await kill(dying);
  if (!simulator.terminal('T0292').tapNow('approved')) throw new Error('The terminal asked for nothing');
  const began = performance.timeOrigin + performance.now();
  const { electron, page } = await openApp(folder, ['--lang=en']);
  const took = (await approvalOnScreen(page)) - began;
  await page.getByRole('button', { name: 'New sale' }).click();
  await page.getByText('Scan the first article').waitFor();
  await electron.close();
  return took;
}

/** The waits that a customer feels: for the approval, and for a till that was cut off in the middle. */
export async function paymentFigures(): Promise<Figure[]> {
  const simulator = await startSimulator();
  simulator.chooseAnswer({ kind: 'ignored' }, { lasts: 'always' });
  const folder = temporaryFolder();
  const file = writeProvisioning(folder, provisioningFor(simulator), demoCatalogue());
  const { electron, page } = await openApp(folder, ['--lang=en', `--provision=${file}`]);
  const figures = await approvals(page, simulator);
  await electron.close();
  const restarts: number[] = [];
  for (let run = 0; run < runs; run += 1) restarts.push(await restartOnce(folder, simulator));
  await simulator.close();
  removeFolder(folder);
  return [...figures, { name: 'restart_to_resolved_ms', unit: 'ms', limit: null, runs: restarts }];
}
