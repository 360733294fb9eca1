import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { closeQuestion } from '../place.ts';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';

/** A manager says that an update does not wait for the day's end. */
export function InstallUpdateQuestion({ sentence }: { readonly sentence: string }) {
  const { update } = useStrings();
  return (
    <>
      <DialogText>{update.askText(sentence)}</DialogText>
      <DialogButtons>
        <Button look="strong" wide onClick={() => void answerWith('update.install', { despite: true })}>
          {update.yes}
        </Button>
        <Button look="primary" wide data-first onClick={closeQuestion}>
          {update.no}
        </Button>
      </DialogButtons>
    </>
  );
}
