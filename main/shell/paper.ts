import { BrowserWindow, session } from 'electron';
import type { Roll } from '../receipt/roll.ts';
import { err, ok, type Result } from '../result.ts';
import { denyPermissions } from './permissions.ts';
import { blockRequests } from './requests.ts';

/** How wide a receipt's or a report's PDF is. */
const pdfRoll: Roll = 80;

/** A roll at Chromium's 96 dots an inch. */
const dotsOf = (roll: Roll): number => Math.round((roll / 25.4) * 96);
const micronsADot = 25_400 / 96;

/** The PDF of one receipt: 80 mm wide, as long as its content. */
export function htmlToPdf(html: string): Promise<Uint8Array> {
  return onSheet(html, pdfRoll, (sheet, dots) =>
    sheet.webContents.printToPDF({
      pageSize: { width: pdfRoll / 25.4, height: dots / 96 },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      preferCSSPageSize: false,
    }),
  );
}

/** The PDF of a document on A4, with margins. */
export function documentToPdf(html: string): Promise<Uint8Array> {
  return onSheet(html, pdfRoll, (sheet) =>
    sheet.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: false }),
  );
}

/** Prints on the machine's usual printer without asking; the error is the printing system's. */
export function printHtml(html: string, roll: Roll): Promise<Result<void, string>> {
  return onSheet(html, roll, async (sheet, dots) => {
    if ((await sheet.webContents.getPrintersAsync()).length === 0) return err('no printer');
    return new Promise((resolve) => {
      sheet.webContents.print(
        {
          silent: true,
          printBackground: true,
          margins: { marginType: 'none' },
          pageSize: { width: roll * 1000, height: Math.ceil(dots * micronsADot) },
        },
        (done, reason) => resolve(done ? ok(undefined) : err(reason)),
      );
    });
  });
}

const partition = 'paper';
let guarded = false;

/** A receipt holds texts from outside: what they might ask for is refused here as it is in the window. */
function guardPaper(): void {
  if (guarded) return;
  guarded = true;
  denyPermissions(session.fromPartition(partition));
  blockRequests(session.fromPartition(partition));
}

/** Draws the page out of sight, without scripts and without a network, and lets `work` have it. `dots`: its height. */
async function onSheet<T>(
  html: string,
  roll: Roll,
  work: (sheet: BrowserWindow, dots: number) => Promise<T>,
): Promise<T> {
  guardPaper();
  const sheet = new BrowserWindow({
    show: false,
    width: dotsOf(roll),
    height: 600,
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, javascript: false, partition, devTools: false },
  });
  try {
    await sheet.loadURL(
      `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`,
    );
    return await work(sheet, await heightOf(sheet, dotsOf(roll)));
  } finally {
    sheet.destroy();
  }
}

/** Scripts are off, so the height is asked of Chromium itself, as it would be on paper. */
async function heightOf(sheet: BrowserWindow, width: number): Promise<number> {
  const { debugger: chromium } = sheet.webContents;
  chromium.attach('1.3');
  try {
    await chromium.sendCommand('Emulation.setEmulatedMedia', { media: 'print' });
    await chromium.sendCommand('Emulation.setDeviceMetricsOverride', {
      width,
      height: 1,
      deviceScaleFactor: 1,
      mobile: false,
    });
    const { cssContentSize } = (await chromium.sendCommand('Page.getLayoutMetrics')) as {
      cssContentSize: { height: number };
    };
    return Math.ceil(cssContentSize.height) + 1;
  } finally {
    chromium.detach();
  }
}
