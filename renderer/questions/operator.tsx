import { Button } from '../parts/button.tsx';
import { DialogButtons, DialogText } from '../parts/dialog.tsx';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import { answerWith } from './answer.ts';

/** The way out for who is logged in; the sale stays on the counter. */
export function OperatorQuestion() {
  const { operator } = useStrings();
  const access = useTill((view) => view.access);
  if (access.kind !== 'logged-in') return null;
  return (
    <>
      <DialogText>{operator.loggedInAs(access.name, operator.roles[access.role])}</DialogText>
      <DialogButtons>
        <Button
          look="primary"
          wide
          data-first
          hint="Ctrl+L"
          onClick={() => void answerWith('operator.lock', {})}
        >
          {operator.lock}
        </Button>
        <Button look="strong" wide onClick={() => void answerWith('operator.logOut', {})}>
          {operator.logOut}
        </Button>
      </DialogButtons>
    </>
  );
}
