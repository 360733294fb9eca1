import type { Operators } from '../operator/operators.ts';

/**
 * The one question before anything that a shop may want a manager for: why it may not be done now, or null. It is asked
 * last, when all else is found right, and just before it is done.
 */
export type Authorise = Operators['authorise'];
