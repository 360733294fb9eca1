import { useBusy } from '../acts.ts';
import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { closeQuestion } from '../place.ts';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';

/** The real till makes way for training, when its counter is empty. */
export function StartTrainingQuestion() {
  const { training } = useStrings();
  const parked = useTill((view) => view.parked.length);
  const people = useTill((view) => view.access.kind !== 'free');
  const busy = useBusy('training.start');
  return (
    <>
      <DialogText>{training.startText(parked, people)}</DialogText>
      <DialogButtons>
        <Button look="strong" wide off={busy} onClick={() => void answerWith('training.start', {})}>
          {training.startNow}
        </Button>
        <Button look="primary" wide data-first onClick={closeQuestion}>
          {training.stay}
        </Button>
      </DialogButtons>
    </>
  );
}
