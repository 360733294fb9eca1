import { z } from 'zod';

/** What a manager says of the receipt printer, and what the window is told of what waits for it. */

/** A computer's name or address, and a port where it is not 9100. */
const networkAddress = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::\d{1,5})?$/;

/** Printers' own devices and serial ports and nothing else: no file can be named. */
const devicePath =
  /^(?:\/dev\/(?:usb\/lp\d{1,3}|lp\d{1,3}|tty(?:S|USB|ACM)\d{1,3}|(?:cu|tty)\.[\w-]{1,60}|serial\/by-id\/[\w.:-]{1,120})|\\\\\.\\(?:COM|LPT)\d{1,3})$/;

export const printerKinds = ['none', 'system', 'network', 'device'] as const;
export const paperColumns = [32, 42, 48] as const;
export const codePages = ['cp865', 'cp858', 'windows1252'] as const;
export const cuts = ['none', 'partial', 'full'] as const;
export const drawers = ['none', 'pin-2', 'pin-5'] as const;
export const drawerLevels = ['unknown', 'high', 'low'] as const;
export const copiesToo = ['never', 'returns', 'always'] as const;
export const bauds = [9600, 19_200, 38_400, 115_200] as const;

export const printer = z
  .strictObject({
    /** `system` is the machine's usual printer. */
    kind: z.enum(printerKinds).default('system'),
    /** `192.168.1.50:9100` for a network printer, `/dev/usb/lp0` or `\\.\COM3` for a device. */
    address: z.string().max(255).default(''),
    /** Of a serial port; other devices have no speed. */
    baud: z.literal(bauds).default(9600),
    /** Characters on a line: 32 on 58 mm, 42 or 48 on 80 mm. */
    columns: z.literal(paperColumns).default(42),
    codePage: z.enum(codePages).default('cp865'),
    cut: z.enum(cuts).default('partial'),
    /** Which wire of the printer's drawer socket the drawer hangs on. */
    drawer: z.enum(drawers).default('none'),
    /** The level of the drawer's switch when it is open; `unknown` where it has none. */
    drawerOpenAt: z.enum(drawerLevels).default('unknown'),
    /** Every sale and return is printed when it is completed. */
    afterSale: z.boolean().default(false),
    /** Where the one copy is printed along with the receipt. */
    copyToo: z.enum(copiesToo).default('never'),
  })
  .refine(({ kind, address }) => isAddressOf(kind, address), { path: ['address'] });

/** Whether a printer of that kind can be found under that address. */
export function isAddressOf(kind: (typeof printerKinds)[number], address: string): boolean {
  if (kind === 'network') return networkAddress.test(address);
  return kind !== 'device' || devicePath.test(address);
}

/** A picture as dots: what stands at the top of every receipt. */
export const logo = z.strictObject({
  picture: z
    .strictObject({
      /** Dots across, a multiple of eight, and down. */
      width: z.int().min(8).max(576).multipleOf(8),
      height: z.int().min(1).max(400),
      /** Base64, a bit a dot, from the upper left; 1 is black. */
      bits: z.base64().max(40_000),
    })
    .nullable()
    .default(null),
});

/** A print that a person should know of. */
export const printView = z.strictObject({
  /** The print's own number. */
  print: z.int(),
  /** `waiting`: nothing is on paper. `printing`: the printer has it and stands still. `unknown`: a person must look. */
  state: z.enum(['waiting', 'printing', 'unknown']),
  onto: z.enum(['printer', 'pdf', 'mail']),
  sentence: z.string(),
});

/** A receipt as a QR code: squares a side, and which are dark, a bit each, rows beginning with a byte of their own. */
export const qrView = z.strictObject({
  receiptNumber: z.int(),
  size: z.int().min(21).max(177),
  dark: z.base64(),
});

export const printingView = z.strictObject({
  /** The oldest first; empty when all is well. */
  prints: z.array(printView),
  /** That the drawer stands open, or did not open; null when there is nothing to say. */
  drawer: z.string().nullable(),
  /** The receipt that was made a QR code last. */
  qr: qrView.nullable(),
  /** It is turned to the customer, whose screen shows it when no payment is made. */
  qrTurned: z.boolean(),
  /** Whether receipts can be sent by e-mail. */
  mail: z.boolean(),
});

const nothing = z.strictObject({});
const done = z.null();
const ofPrint = z.strictObject({ print: z.int().positive() });

export const printerCalls = {
  /** Issues the receipt, or its one copy, as a QR code; the view has it. */
  'receipt.qr': { asks: z.strictObject({ receiptNumber: z.int().positive() }), answers: done },
  /** Turns the code that was drawn last to the customer, or away again. */
  'receipt.turnQr': { asks: z.strictObject({ turned: z.boolean() }), answers: done },
  /** Prints what waits, or what a person saw is not on paper. */
  'print.again': { asks: ofPrint, answers: done },
  /** It lies there. */
  'print.wasPrinted': { asks: ofPrint, answers: done },
  /** It is not wanted any more. */
  'print.skip': { asks: ofPrint, answers: done },
  /** Answers whether it is on paper; else it waits, and the view says why. */
  'printer.test': { asks: nothing, answers: z.strictObject({ printed: z.boolean() }) },
  /** Opens the system's file dialog; answers whether a picture was taken. */
  'printer.chooseLogo': { asks: nothing, answers: z.strictObject({ chosen: z.boolean() }) },
} as const;

export type PrinterSettings = z.infer<typeof printer>;
export type Logo = NonNullable<z.infer<typeof logo>['picture']>;
export type QrView = z.infer<typeof qrView>;
export type PrintView = z.infer<typeof printView>;
export type PrintingView = z.infer<typeof printingView>;
