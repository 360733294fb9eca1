import type { Answer } from '../dintero/index.ts';
import type { Result } from '../result.ts';

/** Puts another client secret in the place of the one that the key store holds. */
export interface SecretKeeper {
  /** Asks Dintero for a token with it, and uses it for nothing else. */
  test(secret: string): Promise<Answer<number>>;
  /** Writes it to the key store and uses it from now on. The error is the key store's words, without the secret. */
  keep(secret: string): Promise<Result<void, string>>;
}
