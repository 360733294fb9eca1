import type { TillView } from '../../preload/contract/view.ts';
import { unreadableText } from './faults-of-a-screen.ts';
import { smallTargets } from './sizes-of-a-screen.ts';
import { expect, expectTotal, ringUp, test, type Till } from './till.ts';

const sizes = [
  { width: 1024, height: 768 },
  { width: 800, height: 1280 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const languages: readonly TillView['language'][] = ['nb', 'en', 'sv', 'da'];

/** From now on the window is told the till's view with something else in it, whenever the till tells it anything. */
async function tell(till: Till, change: Partial<TillView>): Promise<void> {
  const view = await till
    .page()
    .evaluate<TillView>(`window.till.call('till.view', {}).then((reply) => reply.value)`);
  await till.electron().evaluate(
    ({ BrowserWindow }, { current, changed, revision }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error('There is no window');
      const kept = contents as typeof contents & { plainSend?: typeof contents.send };
      const plainSend = (kept.plainSend ??= contents.send.bind(contents));
      contents.send = (channel: string, told: object) =>
        plainSend(channel, channel === 'till:view' ? { ...told, ...changed, revision } : told);
      contents.send('till:view', current);
    },
    // The window takes no view that is older than the one it has: the till may have told another since it was asked.
    { current: view, changed: change, revision: Number.MAX_SAFE_INTEGER },
  );
}

/** Everything that may stand in the header and the bars at once, as long as it can be. */
function everything(language: TillView['language'], hoursOld: number): Partial<TillView> {
  const ago = new Date(Date.now() - hoursOld * 3_600_000).toISOString();
  return {
    language,
    mode: 'training',
    training: { answer: 'approved', afterMs: 1_000, ofShop: true },
    access: { kind: 'logged-in', name: 'Marianne Kristoffersen', role: 'manager' },
    network: { state: 'offline', since: ago, sentence: 'Kassen når ikke Dintero.' },
    copy: { folder: '/mnt/kopi', at: ago, making: null, trouble: 'Disken er borte.', sameDisk: false },
    alarms: [
      {
        alarm: 1,
        of: 'payment',
        about: 'K7F3QD-417-1',
        saleId: 'K7F3QD-417',
        amount: 123_450,
        at: ago,
        canAttach: true,
        canRefund: true,
        canHandleElsewhere: true,
        refund: null,
        sentence:
          'Betalt likevel: kortbetalingen på 1 234,50 kr for salg K7F3QD-417 ble godkjent etter at den var gitt opp. Fullfør salget hvis kunden har fått varene; ellers refunder den.',
      },
    ],
    update: { version: '2.1.0', may: 'manager', sentence: 'Kvitt 2.1.0 er klar til å installeres.' },
    parked: Array.from({ length: 12 }, (_, at) => ({
      saleId: `K7F3QD-${String(at + 1)}`,
      name: `Bord ${String(at + 1)}`,
      at: ago,
      lines: 3,
      total: 12_300,
      undecided: false,
    })),
  };
}

/** Where the header's parts stand. */
const places = (till: Till): Promise<Record<string, string>> =>
  till.page().evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('header nav > *')].map((part) => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return [part.textContent, [left, top, width, height].map(Math.round).join(' ')];
      }),
    ),
  );

test('a header with everything in it at once is whole in each language at each size, and its buttons stand still', async ({
  till,
}) => {
  const page = till.page();
  await ringUp(till, 'bun');
  const faults: string[] = [];
  const lookAt = async (where: string, language: TillView['language'], live: boolean): Promise<void> => {
    const all = (hours: number): Partial<TillView> => ({
      ...everything(language, hours),
      ...(live && { mode: 'live', training: null }),
    });
    await tell(till, { ...all(30), network: { state: 'online' }, copy: null });
    await page.locator(`html[lang="${language}"]`).waitFor();
    const calm = await places(till);
    for (const hours of [1.9, 400]) {
      await tell(till, all(hours));
      await expect(page.locator('header [aria-live] strong')).toBeVisible();
      const header = await page.evaluate(() => {
        const bar = document.querySelector('header');
        return bar === null
          ? 0
          : Math.max(bar.scrollWidth - bar.clientWidth, bar.scrollHeight - bar.clientHeight);
      });
      const found = [
        ...(await unreadableText(page)),
        ...(await smallTargets(page)),
        ...(header > 1 ? [`the header is too small by ${String(header)} px`] : []),
        ...(JSON.stringify(await places(till)) === JSON.stringify(calm)
          ? []
          : ['the header’s buttons moved']),
      ];
      faults.push(...found.map((fault) => `${where}: ${fault}`));
    }
  };
  for (const language of languages) {
    for (const size of sizes) {
      await page.setViewportSize(size);
      const where = `${String(size.width)}x${String(size.height)} ${language}`;
      await lookAt(`${where} live`, language, true);
      await lookAt(`${where} training`, language, false);
    }
  }
  expect([...new Set(faults)]).toEqual([]);
  await tell(till, {});
  await expectTotal(till, '39.00');
});

test('the keys are listed without scrolling, and what a receipt may be found by is told whole', async ({
  till,
}) => {
  const page = till.page();
  const faults: string[] = [];
  for (const language of languages) {
    await tell(till, { language });
    await page.locator(`html[lang="${language}"]`).waitFor();
    for (const size of sizes) {
      await page.setViewportSize(size);
      const where = `${String(size.width)}x${String(size.height)} ${language}`;
      await page.keyboard.press('F1');
      const keys = page.getByRole('dialog');
      await keys.waitFor();
      const hidden = await keys.evaluate((dialog) => dialog.scrollHeight - dialog.clientHeight);
      if (hidden > 1) faults.push(`${where}: ${String(hidden)} px of the keys are hidden`);
      faults.push(...(await unreadableText(page)).map((fault) => `${where}: ${fault}`));
      await page.keyboard.press('Escape');
      await keys.waitFor({ state: 'hidden' });
      await page.keyboard.press('F11');
      const missing = await page.locator('main input[placeholder]').evaluate((field: HTMLInputElement) => {
        const { paddingLeft, paddingRight } = getComputedStyle(field);
        const { font } = getComputedStyle(field, '::placeholder');
        const told = document.createElement('span');
        told.textContent = field.placeholder;
        told.style.cssText = 'position: fixed; white-space: nowrap;';
        told.style.font = font;
        document.body.append(told);
        const { width } = told.getBoundingClientRect();
        told.remove();
        return (
          width -
          (field.clientWidth - Number(paddingLeft.replace('px', '')) - Number(paddingRight.replace('px', '')))
        );
      });
      if (missing > 0) faults.push(`${where}: the hint is ${String(Math.ceil(missing))} px too long`);
      await page.keyboard.press('F11');
    }
  }
  expect(faults).toEqual([]);
});
