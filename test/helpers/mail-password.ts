import type { MailPassword } from '../../main/counter/mailing.ts';
import { ok } from '../../main/result.ts';

/** A key store that remembers the mail server's password for as long as the test runs. */
export function mailPasswordInMemory(): MailPassword {
  let kept: string | null = null;
  return {
    read: () => Promise.resolve(ok(kept)),
    write: (password) => {
      kept = password;
      return Promise.resolve(ok(undefined));
    },
  };
}
