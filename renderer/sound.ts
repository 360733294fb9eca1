import type { TillView } from '../preload/contract/view.ts';

/** What is heard: something was refused, a card payment was approved, or there is an alarm. */
export type Sound = 'refused' | 'approved' | 'alarm';

/** A tone: its pitch in hertz, and how long it lasts (s). */
type Tone = readonly [hertz: number, seconds: number];

/** Told apart by ear in a loud shop: low twice, upwards, high three times. */
const tones: Readonly<Record<Sound, readonly Tone[]>> = {
  refused: [
    [220, 0.12],
    [220, 0.12],
  ],
  approved: [
    [660, 0.08],
    [990, 0.12],
  ],
  alarm: [
    [880, 0.15],
    [880, 0.15],
    [880, 0.15],
  ],
};
/** Between two tones (s). */
const pause = 0.05;
const loudness = 0.2;

/** What is heard when the till's state changes; null when nothing is. */
export function soundOf(before: TillView, after: TillView): Sound | null {
  if (after.alarms.length > before.alarms.length) return 'alarm';
  const { counter: was } = before;
  const { counter: is } = after;
  if (was.kind !== 'paying' || isNotPaid(was)) return null;
  if (is.kind === 'paying') {
    // What the cashier cancelled ends as the cashier wanted.
    const wanted = was.payment.state.kind === 'cancelling' && is.payment.state.kind === 'cancelled';
    return isNotPaid(is) && !wanted ? 'refused' : null;
  }
  if (is.kind === 'done') return 'approved';
  // A part of what was due.
  return is.kind === 'selling' && is.sale.saleId === was.sale.saleId && is.sale.due < was.sale.due
    ? 'approved'
    : null;
}

function isNotPaid({ payment }: Extract<TillView['counter'], { kind: 'paying' }>): boolean {
  switch (payment.state.kind) {
    case 'declined':
    case 'failed':
    case 'expired':
    case 'cancelled':
      return true;
    case 'sending':
    case 'present-card':
    case 'cancelling':
    case 'undecided':
      return false;
  }
}

let audio: AudioContext | null = null;

/** Plays the tones one after the other. A computer without a loudspeaker stays silent. */
export function play(sound: Sound): void {
  audio ??= new AudioContext();
  let at = audio.currentTime;
  for (const [hertz, seconds] of tones[sound]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    // Without a ramp at its end a tone clicks.
    volume.gain.setValueAtTime(loudness, at);
    volume.gain.linearRampToValueAtTime(0, at + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + pause;
  }
}
