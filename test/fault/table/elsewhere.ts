/** A fault that needs a real window, a real disk or a damaged file, and the test that plays it. */
export type Elsewhere = {
  readonly fault: string;
  /** What the cashier sees, and what comes of it. */
  readonly comes: string;
  /** The file, from the top of the repository, and the test's own name in it. */
  readonly test: readonly [file: string, name: string];
};

const untouched = 'the sale, its payment and its receipt number are as they were';
const interrupted = [
  'test/e2e/interrupted.test.ts',
  'a payment goes on while its window dies, the till is started once more, and the machine sleeps',
] as const;

/** Faults of field.md and issue 3 that are not played over HTTP alone. */
export const elsewhere: readonly Elsewhere[] = [
  {
    fault: 'the window’s process crashes while the terminal waits',
    comes: '**Present card** again in the same window, without a new request; the payment goes on',
    test: interrupted,
  },
  {
    fault: 'a second instance is started while the terminal waits',
    comes: 'the first window comes to the front with its payment, the second instance ends with code 0',
    test: interrupted,
  },
  {
    fault: 'the machine sleeps while the terminal waits, and the customer taps meanwhile',
    comes: '**Approved** and its receipt as soon as the machine wakes',
    test: interrupted,
  },
  {
    fault: 'kill -9 at the points of a sale by card, in the real window',
    comes: 'the sale that was on the screen; one payment, one receipt',
    test: ['test/e2e/kill.test.ts', 'is neither lost nor paid twice'],
  },
  {
    fault: 'no network, and back again',
    comes: '**Offline** since when; no card is asked for, cash goes on, and the till comes back by itself',
    test: [
      'test/e2e/payment.test.ts',
      'without a network the card is not asked for, cash goes on, and the till comes back by itself',
    ],
  },
  {
    fault:
      'no DNS, a firewall, a wrong clock (TLS), a proxy, a captive portal, sleep, a changed network, no answer',
    comes:
      '**Offline** with a sentence for each; no card is asked for, cash goes on, and the till comes back by itself',
    test: [
      'test/unit/counter/offline.test.ts',
      'because %s says so, asks for no card, sells for cash, and comes back',
    ],
  },
  {
    fault: 'the disk is nearly full',
    comes: '**JOURNAL-FULL**: what is open may be finished, nothing new is begun, and it goes on by itself',
    test: [
      'test/unit/machine/disk.test.ts',
      'stops new sales, says so, and goes on by itself when there is room',
    ],
  },
  {
    fault: 'the disk is full when the approval comes',
    comes: `**JOURNAL-FULL**; ${untouched} when there is room, and the payment is found`,
    test: [
      'test/unit/machine/disk.test.ts',
      'loses no payment that was approved meanwhile, and asks for none twice',
    ],
  },
  {
    fault: 'the journal is read-only',
    comes: '**JOURNAL-NOT-WRITABLE**: no sale is taken, the file is left as it is',
    test: [
      'test/unit/machine/disk.test.ts',
      'is said at the start, is left as it is, and opens once the disk is writable',
    ],
  },
  {
    fault: 'the write-ahead log is torn',
    comes: 'the till starts with every entry before the tear',
    test: [
      'test/unit/machine/damage.test.ts',
      'costs what was torn and nothing before it, wherever the tear is',
    ],
  },
  {
    fault: 'the write-ahead log is torn, and its last card payment with it',
    comes: 'its reference is given to no other payment; a numbered case says what Dintero holds',
    test: ['test/unit/day/lost-tail.test.ts', 'gives the lost attempt’s name to no other'],
  },
  {
    fault: 'an old copy is put in the journal’s place',
    comes: 'no reference is given twice; a sale that Dintero was paid for is not charged again',
    test: [
      'test/unit/day/lost-tail.test.ts',
      'does not let a sale be paid again that Dintero was paid for, before a person has looked',
    ],
  },
  {
    fault: 'a flipped bit in the journal',
    comes: '**JOURNAL-BROKEN**; recovering sets the file aside and goes on after its last receipt',
    test: [
      'test/unit/machine/damage.test.ts',
      'is found at the start; recovering sets the file aside and goes on after its last receipt',
    ],
  },
  {
    fault: 'two installs with the same terminal',
    comes:
      'each says that the terminal is shared: when it is busy, and when Dintero lists the other’s payments',
    test: ['test/unit/counter/two-tills.test.ts', 'says so at the till that found the terminal busy'],
  },
];
