/** What the operating system says about its key store; `backend` is Linux's choice, null elsewhere. */
export interface KeyStoreFacts {
  readonly available: boolean;
  readonly backend: string | null;
  /** The person started the till with `--password-store=basic`. */
  readonly basicAskedFor: boolean;
}

export type KeyStoreChoice = 'guarded' | 'weak' | 'none';

/** Whether secrets may be given to the key store. A basic one is used only where the person asked for it by name. */
export function chooseKeyStore({ available, backend, basicAskedFor }: KeyStoreFacts): KeyStoreChoice {
  if (basicAskedFor) return 'weak';
  if (!available || backend === 'basic_text' || backend === 'unknown') return 'none';
  return 'guarded';
}
