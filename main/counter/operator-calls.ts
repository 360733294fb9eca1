import type { Operators } from '../operator/operators.ts';
import { ok } from '../result.ts';
import type { Handlers } from './calls.ts';

type OperatorCall = Extract<keyof Handlers, `operator.${string}`>;

/** Logging in and out, a manager's word, and who may log in at all. */
export function operatorCalls(operators: Operators): Pick<Handlers, OperatorCall> {
  const { roster } = operators;
  /** Who may log in is a manager's to say, whatever the table says. */
  const managed = <T>(of: string, work: () => T) => {
    const refusal = operators.authorise({ kind: 'operators', of });
    return refusal === null ? work() : ({ ok: false, error: refusal } as const);
  };
  return {
    'operator.logIn': ({ name, pin }) => operators.logIn(name, pin),
    'operator.logOut': () => operators.logOut(),
    'operator.lock': () => operators.lock('pressed'),
    'operator.here': () => ok(null),
    'operator.approve': ({ approval, name, pin }) => operators.approve(approval, name, pin),
    'operator.list': () => ok(roster.staff().map(({ name, role }) => ({ name, role }))),
    'operator.add': ({ name, role, pin }) =>
      managed(`add ${name}; ${role}`, () => roster.add(name, role, pin)),
    'operator.change': ({ name, newName, role }) =>
      managed(`change ${name}; ${newName}; ${role}`, () => roster.change(name, newName, role)),
    'operator.setPin': ({ name, pin }) => managed(`new PIN of ${name}`, () => roster.setPin(name, pin)),
    'operator.remove': ({ name }) => managed(`remove ${name}`, () => roster.remove(name)),
  };
}

/** What may be asked of a locked till. Everything else waits for somebody to log in. */
export const openWhileLocked: ReadonlySet<string> = new Set<keyof Handlers>(['till.view', 'operator.logIn']);
