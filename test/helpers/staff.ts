import type { InstallSettings } from '../../main/install/settings.ts';
import { keepPin } from '../../main/install/pin.ts';

/** Two people of a shop and what each one types. */
export const kari = { name: 'Kari', pin: '1234' } as const;
export const ola = { name: 'Ola', pin: '4321' } as const;

/** A manager and a cashier, as the settings keep them. */
export async function staff(): Promise<InstallSettings['operators']> {
  const [first, second] = await Promise.all([keepPin(kari.pin), keepPin(ola.pin)]);
  return [
    { name: kari.name, role: 'manager', pin: first },
    { name: ola.name, role: 'cashier', pin: second },
  ];
}
