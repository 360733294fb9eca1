import {
  giveToken,
  listProfiles,
  listStores,
  listTerminals,
  readProfile,
  readStore,
  readTerminal,
} from './account.ts';
import type { Operation } from './faults.ts';
import { readOperations, startOperation } from './operations.ts';
import { refundTransaction } from './refunds.ts';
import type { Reply } from './reply.ts';
import { findSessions, findTransactions } from './search.ts';
import { cancelSession, createSession, readSession } from './sessions.ts';
import { listSettlements } from './settlements.ts';
import { captureTransaction, nameTransaction, readTransaction, voidTransaction } from './transactions.ts';
import type { Call, World } from './world.ts';

export type Route = {
  operation: Operation;
  method: 'GET' | 'POST' | 'PUT';
  /** Its first group is the id that the path carries. */
  path: RegExp;
  handle(world: World, call: Call, id: string): Reply;
};

const account = String.raw`^/v1/accounts/([^/]+)`;

const routes: Route[] = [
  {
    operation: 'token',
    method: 'POST',
    path: new RegExp(`${account}/auth/token$`),
    handle: giveToken,
  },
  {
    operation: 'create',
    method: 'POST',
    path: /^\/v1\/sessions-profile$/,
    handle: createSession,
  },
  {
    operation: 'findSessions',
    method: 'GET',
    path: /^\/v1\/sessions$/,
    handle: (world, call) => findSessions(world, call.query),
  },
  {
    operation: 'readSession',
    method: 'GET',
    path: /^\/v1\/sessions\/([^/]+)$/,
    handle: (world, _call, id) => readSession(world, id),
  },
  {
    operation: 'cancel',
    method: 'POST',
    path: /^\/v1\/sessions\/([^/]+)\/cancel$/,
    handle: (world, _call, id) => cancelSession(world, id),
  },
  {
    operation: 'findTransactions',
    method: 'GET',
    path: /^\/v1\/transactions$/,
    handle: (world, call) => findTransactions(world, call.query),
  },
  {
    operation: 'readTransaction',
    method: 'GET',
    path: /^\/v1\/transactions\/([^/]+)$/,
    handle: (world, _call, id) => readTransaction(world, id),
  },
  {
    operation: 'nameTransaction',
    method: 'PUT',
    path: /^\/v1\/transactions\/([^/]+)$/,
    handle: (world, call, id) => nameTransaction(world, id, call.body),
  },
  {
    operation: 'refund',
    method: 'POST',
    path: /^\/v1\/transactions\/([^/]+)\/refund$/,
    handle: (world, call, id) => refundTransaction(world, id, call.body),
  },
  {
    operation: 'capture',
    method: 'POST',
    path: /^\/v1\/transactions\/([^/]+)\/capture$/,
    handle: (world, call, id) => captureTransaction(world, id, call.body),
  },
  {
    operation: 'void',
    method: 'POST',
    path: /^\/v1\/transactions\/([^/]+)\/void$/,
    handle: (world, _call, id) => voidTransaction(world, id),
  },
  {
    operation: 'startOperation',
    method: 'POST',
    path: /^\/v1\/admin\/terminals\/operations$/,
    handle: startOperation,
  },
  {
    operation: 'readOperations',
    method: 'GET',
    path: /^\/v1\/admin\/terminals\/operations$/,
    handle: (world, call) => readOperations(world, call.query),
  },
  {
    operation: 'stores',
    method: 'GET',
    path: new RegExp(`${account}/stores$`),
    handle: (world) => listStores(world),
  },
  {
    operation: 'stores',
    method: 'GET',
    path: new RegExp(`${account.replace('(', '(?:')}/stores/([^/]+)$`),
    handle: (world, _call, id) => readStore(world, id),
  },
  {
    operation: 'profiles',
    method: 'GET',
    path: /^\/v1\/admin\/session\/profiles$/,
    handle: (world) => listProfiles(world),
  },
  {
    operation: 'profiles',
    method: 'GET',
    path: /^\/v1\/admin\/session\/profiles\/([^/]+)$/,
    handle: (world, _call, id) => readProfile(world, id),
  },
  {
    operation: 'terminals',
    method: 'GET',
    path: new RegExp(`${account}/terminals$`),
    handle: (world, call) => listTerminals(world, call.query),
  },
  {
    operation: 'terminals',
    method: 'GET',
    path: new RegExp(`${account.replace('(', '(?:')}/terminals/([^/]+)$`),
    handle: (world, _call, id) => readTerminal(world, id),
  },
  {
    operation: 'settlements',
    method: 'GET',
    path: new RegExp(`${account}/settlements$`),
    handle: (world, call) => listSettlements(world, call.query),
  },
];

/** Finds what a method and a decoded path ask for. */
export function findRoute(method: string, path: string): { route: Route; id: string } | undefined {
  for (const route of routes) {
    const match = route.method === method ? route.path.exec(path) : null;
    if (match) return { route, id: match[1] ?? '' };
  }
  return undefined;
}
