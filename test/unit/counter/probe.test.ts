import { afterEach, expect, it } from 'vitest';
import { type Clock, systemClock } from '../../../main/clock.ts';
import { createProbe, type Probe } from '../../../main/counter/probe.ts';
import { type Simulator, startSimulator } from '../../../main/simulator/index.ts';
import { dinteroOf } from '../../helpers/dintero-of.ts';

let simulator: Simulator;
let probe: Probe;
afterEach(async () => {
  probe.stop();
  await simulator.close();
});

it('sets itself one next question, also when it was woken several times while it asked', async () => {
  simulator = await startSimulator();
  const waiting = new Set<{ readonly ms: number }>();
  const clock: Clock = {
    ...systemClock,
    after: (ms) => {
      const timer = { ms };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
  };
  const answers: unknown[] = [];
  probe = createProbe({
    dintero: dinteroOf(simulator, 'Till'),
    clock,
    reach: () => ({ state: 'online' }),
    onAnswer: (error) => answers.push(error),
    terminalId: 'T0292',
    onTerminal: () => undefined,
  });
  probe.start();
  probe.now();
  probe.now();
  await probe.ask();
  expect([answers, [...waiting]]).toEqual([[null], [{ ms: 60_000 }]]);
});
