import type { TerminalInfo } from '../dintero/index.ts';
import type { Words } from '../words/index.ts';

/** What a person should know of the terminal before a customer stands at it. Nothing when Dintero did not say. */
export function terminalNotices(
  terminal: TerminalInfo | null,
  store: { readonly id: string; readonly terminalId: string },
  words: Words,
): { code: string; sentence: string }[] {
  if (terminal === null) return [];
  const { notices } = words;
  if (terminal.store_id !== null && terminal.store_id !== store.id) {
    return [
      {
        code: 'TERMINAL-ELSEWHERE',
        sentence: notices.terminalElsewhere(store.terminalId, terminal.store_id),
      },
    ];
  }
  if (terminal.status !== 'ACTIVE') {
    return [
      { code: 'TERMINAL-NOT-ACTIVE', sentence: notices.terminalNotActive(store.terminalId, terminal.status) },
    ];
  }
  return [];
}
