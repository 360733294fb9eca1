import { element, id } from './xml.ts';

/** The empID of what happened while nobody was logged in, where the file has to give one. */
export const nobody = '-';

/** Who did it, as an element; nothing where nobody was logged in. */
export function employee(operator: string | null): string {
  return operator === null ? '' : element('empID', id(operator));
}
