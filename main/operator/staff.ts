import type { KeptPin } from '../install/pin.ts';

export type Role = 'cashier' | 'manager';

/** Somebody who may log in, as the settings keep them. The name is who they are in every entry. */
export interface Operator {
  readonly name: string;
  readonly role: Role;
  readonly pin: KeptPin;
}

/** Why a list of operators cannot stand; `at` is the place of the one it is about. */
export interface StaffProblem {
  readonly at: number | null;
  readonly expected: 'operator-manager' | 'operator-once';
}

/** Whether two names would be taken for the same person. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.trim().toLowerCase().normalize('NFC');
}

/** What is wrong with a list of operators: nobody twice, and where there are any, a manager among them. */
export function staffProblems(staff: readonly Pick<Operator, 'name' | 'role'>[]): StaffProblem[] {
  const twice = staff.flatMap(({ name }, at): StaffProblem[] => {
    const first = staff.findIndex((other) => isSameName(other.name, name));
    return first < at ? [{ at, expected: 'operator-once' }] : [];
  });
  const managed = staff.length === 0 || staff.some(({ role }) => role === 'manager');
  return managed ? twice : [{ at: null, expected: 'operator-manager' }, ...twice];
}
