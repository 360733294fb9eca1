import type { Clock } from './clock.ts';
import type { Fault } from './faults.ts';
import { problem } from './reply.ts';

const portalPage =
  '<!doctype html><html><title>Guest network</title><p>Please log in to the guest network.</html>';

/** Lets one call go wrong in the chosen way; without a fault it goes right. */
export function play(
  fault: Exclude<Fault, { kind: 'reset' }> | undefined,
  call: {
    clock: Clock;
    act: () => { status: number; headers: Record<string, string>; text: string };
    finish: (status: number, headers: Record<string, string>, text: string) => void;
    cut: () => void;
  },
): void {
  const { clock, act, finish, cut } = call;
  if (fault === undefined || fault.kind === 'listed-late') {
    const reply = act();
    finish(reply.status, reply.headers, reply.text);
    return;
  }
  if (fault.kind === 'late') {
    const early = fault.effect === 'first' ? act() : null;
    clock.after(fault.ms, () => {
      const reply = early ?? act();
      finish(reply.status, reply.headers, reply.text);
    });
    return;
  }
  if (fault.kind === 'redirect') {
    finish(302, { location: 'http://portal.invalid/login' }, '');
    return;
  }
  const whole = fault.kind === 'truncated' || fault.effect === 'done' ? act() : null;
  switch (fault.kind) {
    case 'status': {
      const { retryAfterSeconds: seconds } = fault;
      const refusal = problem(fault.status, fault.message);
      const headers = {
        'content-type': 'application/json',
        ...(seconds !== undefined && { 'retry-after': String(seconds) }),
      };
      finish(fault.status, headers, JSON.stringify(refusal.body));
      return;
    }
    case 'answer-lost':
      cut();
      return;
    case 'silent':
      return;
    case 'html':
      finish(fault.status, { 'content-type': 'text/html; charset=utf-8' }, portalPage);
      return;
    case 'truncated': {
      const text = whole?.text ?? '';
      finish(200, { 'content-type': 'application/json' }, text.slice(0, Math.trunc(text.length / 2)));
    }
  }
}
