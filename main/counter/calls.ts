import type { Answers, Asks, CallName } from '../../preload/contract/calls.ts';
import type { Result } from '../result.ts';
import type { Refusal } from './refusal.ts';

type Answered<T> = Result<T, Refusal> | Promise<Result<T, Refusal>>;

/** One function for each call of the contract. What it asks was parsed before it gets here. */
export type Handlers = { readonly [N in CallName]: (asks: Asks<N>) => Answered<Answers<N>> };
