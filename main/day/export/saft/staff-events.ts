import type { Entry } from '../../../journal/entries/index.ts';
import { assertNever } from '../../../result.ts';
import type { FixedCode } from './codes.ts';

/** Who came and went, who may, and what a manager let through: the kinds of entries that tell it. */
export const staffEventKinds = [
  'operator.logged-in',
  'operator.logged-out',
  'operator.locked',
  'operator.pin-refused',
  'operator.added',
  'operator.changed',
  'operator.pin-changed',
  'operator.removed',
  'operator.replaced',
  'manager.approved',
  'credentials.replaced',
  'credentials.not-replaced',
] as const;

type StaffEntry = Extract<Entry, { kind: (typeof staffEventKinds)[number] }>;

export function isStaffEvent(entry: Entry): entry is StaffEntry {
  return (staffEventKinds as readonly string[]).includes(entry.kind);
}

/** Such an entry as an event of the file. */
export function staffEvent(entry: StaffEntry): { readonly type: FixedCode; readonly text?: string } {
  switch (entry.kind) {
    case 'operator.logged-in':
      return { type: 'LOGIN' };
    case 'operator.logged-out':
      return { type: 'LOGOUT' };
    case 'operator.locked':
      return { type: 'LOGOUT', text: `locked; ${entry.body.why}` };
    case 'operator.pin-refused':
      return { type: 'PINREFUSED', text: `${entry.body.name}; ${entry.body.inARow} in a row` };
    case 'operator.added':
      return { type: 'EMPLOYEES', text: `added ${entry.body.name}; ${entry.body.role}` };
    case 'operator.changed': {
      const { name, newName, role } = entry.body;
      return { type: 'EMPLOYEES', text: `changed ${name}; now ${newName}; ${role}` };
    }
    case 'operator.pin-changed':
      return { type: 'EMPLOYEES', text: `new PIN of ${entry.body.name}` };
    case 'operator.removed':
      return { type: 'EMPLOYEES', text: `removed ${entry.body.name}` };
    case 'operator.replaced': {
      const all = entry.body.operators.map(({ name, role }) => `${name} ${role}`);
      return { type: 'EMPLOYEES', text: `replaced from outside the till; now ${all.join(', ') || 'nobody'}` };
    }
    case 'manager.approved': {
      const { manager, act, about } = entry.body;
      return { type: 'APPROVED', text: `${manager} approved ${act}; ${about}` };
    }
    case 'credentials.replaced':
      return {
        type: 'SETTING',
        text: `client secret replaced; client id ends in ${entry.body.clientIdEnding}`,
      };
    case 'credentials.not-replaced':
      return { type: 'SETTING', text: `client secret not replaced; ${entry.body.why}` };
    default:
      return assertNever(entry);
  }
}
