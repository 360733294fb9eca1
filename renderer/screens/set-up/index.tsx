import { useTill } from '../../till.ts';
import { Done } from './done.tsx';
import { Wizard } from './wizard.tsx';

/** Setting up: a till in training is set up, and one that just was says so. */
export default function SetUpScreen() {
  return useTill((view) => view.mode) === 'live' ? <Done /> : <Wizard />;
}
