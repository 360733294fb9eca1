import * as z from 'zod';
import { ok } from '../result.ts';
import { type DinteroOptions, openConnection } from './connection.ts';
import type { Answer } from './error.ts';
import { spare } from './fields.ts';
import { type TerminalInfo, terminalInfo } from './terminal.ts';

const destination = z.object({ payout_destination_id: spare(z.string()), status: spare(z.string()) });

/** A store as registered. `store_id` is the merchant's own, `id` Dintero's. */
const storeInfo = z.object({
  store_id: z.string().min(1),
  id: spare(z.string()),
  store_name: spare(z.string()),
  payout_destination: spare(destination),
  operator_payout_destinations: spare(z.array(destination)),
});

const profileInfo = z.object({ profile_id: z.string().min(1), description: spare(z.string()) });

export type StoreInfo = z.output<typeof storeInfo>;
export type ProfileInfo = z.output<typeof profileInfo>;

/**
 * What Dintero knows of an account: reads alone, for whoever sets a till up. A client may lack the right to any of
 * them (403), and an address that is not there (404) is not told from a thing that is not there: ask for the one and
 * for all before you call anything unknown.
 */
export type Account = {
  /** Fetches a token; its life in seconds. */
  readonly checkCredentials: () => Promise<Answer<number>>;
  readonly readProfile: (id: string) => Promise<Answer<ProfileInfo>>;
  readonly listProfiles: () => Promise<Answer<ProfileInfo[]>>;
  readonly readStore: (id: string) => Promise<Answer<StoreInfo>>;
  readonly listStores: () => Promise<Answer<StoreInfo[]>>;
  readonly readTerminal: (id: string) => Promise<Answer<TerminalInfo>>;
  readonly listTerminals: () => Promise<Answer<TerminalInfo[]>>;
};

/** Makes the reads of one account. Nothing is sent before the first call. */
export function createAccount(options: DinteroOptions): Account {
  const { read, tokens, checkoutUrl, apiUrl } = openConnection(options);
  const account = `${apiUrl}/accounts/${encodeURIComponent(options.accountId)}`;
  const profiles = `${checkoutUrl}/admin/session/profiles`;
  return {
    checkCredentials: () => tokens.check(),
    readProfile: (id) => read(`${profiles}/${encodeURIComponent(id)}`, profileInfo),
    listProfiles: () => read(profiles, listOf('profiles', profileInfo)),
    readStore: (id) => read(`${account}/stores/${encodeURIComponent(id)}`, storeInfo),
    listStores: () => read(`${account}/stores`, listOf('stores', storeInfo)),
    readTerminal: (id) => read(`${account}/terminals/${encodeURIComponent(id)}`, terminalInfo),
    listTerminals: () => allPages(read, `${account}/terminals`),
  };
}

/** A list, bare or under its name; both forms are seen in the documents. */
function listOf<T>(name: string, item: z.ZodType<T>): z.ZodType<T[]> {
  const list = z.array(item);
  return z.union([list, z.object({ [name]: list }).transform((body) => body[name] ?? [])]);
}

const terminalPage = z.object({ terminals: z.array(terminalInfo), starting_after: spare(z.string()) });

/** A chain of shops may have hundreds; more than this is a mistake of somebody's. */
const mostPages = 50;

async function allPages(
  read: <T>(url: string, schema: z.ZodType<T>) => Promise<Answer<T>>,
  url: string,
): Promise<Answer<TerminalInfo[]>> {
  const all: TerminalInfo[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const from: string =
      after === null ? url : `${url}?${new URLSearchParams({ starting_after: after }).toString()}`;
    const answer = await read(from, terminalPage);
    if (!answer.ok) return answer;
    const known = new Set(all.map((one) => one.terminal_id));
    const fresh = answer.value.terminals.filter((one) => !known.has(one.terminal_id));
    all.push(...fresh);
    after = answer.value.starting_after;
    if (after === null || fresh.length === 0) break;
  }
  return ok(all);
}
