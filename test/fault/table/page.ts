import { elsewhere } from './elsewhere.ts';
import { table } from './index.ts';
import type { Played } from './play.ts';
import type { Row } from './row.ts';
import type { Word } from './screen.ts';

export type PlayedRow = { readonly row: Row; readonly played: Played };

const introduction = `# What can go wrong with a card payment, and what comes of it

\`npm run fault\` plays every line of these tables, but for the last one, against the simulated Dintero, over real
HTTP, and writes this page. The customer owes one amount of ${kroner(19_950)}. Each line names the fault, the words that
the cashier reads in their order with the sentence that goes with the telling one, the state of each payment attempt at
the end, and what Dintero holds then.

After each of them these laws are checked against the journal, Dintero's books and every request that was sent:

- Never more is approved for a sale than it costs, less what went back, unless an alarm says otherwise.
- No sale is completed without cash, an approved payment that fits it, or the word of a person in the journal.
- No approved payment is at Dintero without an attempt in the journal that knows it, or an alarm about it.
- Nothing that could charge a card is sent twice. A cancel is sent no oftener than the cashier pressed.
- The till has at most one attempt open on its terminal.
- No payment goes back twice, or without its refund in the journal; one that was given back from its alarm completed no sale.

The same laws are checked after killing the till at random moments and in the middle of its writes, over and over on
one journal (\`--kills N\`), and after every step of random sequences of what cashier, customer, network, machine and
time may do (\`--sequences N\`). A failure names its seed; \`--seed N\` plays it again.
`;

/** The page. It holds no times and no dates: the same till makes the same page. */
export function pageOf(played: readonly PlayedRow[]): string {
  const lists = table.map(({ list, rows }) => {
    const lines = rows.flatMap((row) => played.filter((one) => one.row === row)).map(lineOf);
    return `## ${list}\n\n| Fault | The cashier sees | Attempts | Dintero holds |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
  });
  return [introduction, ...lists, playedElsewhere()].join('\n');
}

function playedElsewhere(): string {
  const lines = elsewhere.map(({ fault, comes, test: [where, name] }) => {
    const told = `“${name}” in [${where}](../${where})`;
    return `| ${[fault, comes, told].map(cell).join(' | ')} |`;
  });
  return `## Played elsewhere

These need a real window, a full disk or a damaged file, and are tests of their own. \`npm test\` plays them.

| Fault | What comes of it | Test |
| --- | --- | --- |
${lines.join('\n')}
`;
}

function lineOf({ row, played }: PlayedRow): string {
  const telling = row.sees.findLast((word) => !plain.has(word)) ?? row.sees[0];
  const sentence = played.seen.find((one) => one.word === telling)?.sentence ?? '';
  const sees = `**${row.sees.join(', ')}**${sentence === '' ? '' : `: ${sentence}`}`;
  return `| ${[row.fault, sees, counted(played.ends), holds(row)].map(cell).join(' | ')} |`;
}

/** Words that say nothing of the fault itself. */
const plain: ReadonlySet<Word> = new Set(['Approved', 'Present card', 'Sending', 'Refunding', 'Refunded']);

function counted(states: readonly string[]): string {
  return [...new Set(states)]
    .map((state) => {
      const count = states.filter((one) => one === state).length;
      return count === 1 ? state : `${String(count)} ${state}`;
    })
    .join(', ');
}

function holds({ held: { sessions, transactions, captured, refunded } }: Row): string {
  const many = (count: number, name: string): string => `${String(count)} ${name}${count === 1 ? '' : 's'}`;
  const back = refunded === 0 ? '' : `, ${kroner(refunded)} of it refunded`;
  return `${many(sessions, 'session')}, ${many(transactions, 'transaction')}, ${kroner(captured)}${back}`;
}

function kroner(ore: number): string {
  return `${String(Math.trunc(ore / 100))}.${String(ore % 100).padStart(2, '0')} kr`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
