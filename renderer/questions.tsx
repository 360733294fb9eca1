import { useStrings } from './words.ts';
import { closeQuestion, usePlace } from './place.ts';
import type { Question } from './place.ts';
import { Dialog } from './parts/dialog.tsx';
import { AlarmQuestion, CancelPaymentQuestion, CaseQuestion, DecideQuestion } from './questions/payment.tsx';
import { DiscountQuestion } from './questions/discount.tsx';
import { FreeAmountQuestion } from './questions/free-amount.tsx';
import { GiftCardQuestion } from './questions/gift-card.tsx';
import { FloatQuestion, MoveCashQuestion, OpenDrawerQuestion } from './questions/drawer.tsx';
import { ExportQuestion } from './questions/export.tsx';
import { Help } from './questions/help.tsx';
import { ClearQuestion, FewerQuestion, QuantityQuestion, RemoveLineQuestion } from './questions/lines.tsx';
import { MailQuestion } from './questions/mail.tsx';
import { OperatorQuestion } from './questions/operator.tsx';
import { ParkQuestion, ResumeQuestion } from './questions/parking.tsx';
import { BuyerQuestion } from './questions/buyer.tsx';
import { CodeQuestion } from './questions/code.tsx';
import { LineQuestion } from './questions/line.tsx';
import { LookUpQuestion } from './questions/look-up.tsx';
import { GiveBackPartQuestion, SplitQuestion } from './questions/split.tsx';
import { DecideRefundQuestion } from './questions/refund.tsx';
import { ReplaceSecretQuestion } from './questions/secret.tsx';
import { wayWords } from './alarm-ways.ts';
import {
  AddOperatorQuestion,
  ChangeOperatorQuestion,
  NewPinQuestion,
  RemoveOperatorQuestion,
} from './questions/staff.tsx';
import { StartTrainingQuestion } from './questions/training.tsx';
import { InstallUpdateQuestion } from './questions/update.tsx';
import type { Strings } from './strings/index.ts';

function titleOf(
  question: Question,
  {
    dialog,
    card,
    lines,
    split,
    refund,
    alarm,
    cases,
    day,
    exporting,
    giftCard,
    help,
    pad,
    operator,
    operatorSettings,
    update,
    printer,
    training,
  }: Strings,
): string {
  switch (question.kind) {
    case 'help':
      return help.title;
    case 'operator':
      return operator.lockTitle;
    case 'start-training':
      return training.start;
    case 'replace-secret':
      return operatorSettings.replaceSecret;
    case 'add-operator':
      return operatorSettings.add;
    case 'change-operator':
      return operatorSettings.change(question.of.name);
    case 'new-pin':
      return operatorSettings.newPin(question.name);
    case 'remove-operator':
      return operatorSettings.remove(question.name);
    case 'install-update':
      return update.askTitle;
    case 'remove-line':
      return dialog.removeTitle(question.line.description);
    case 'fewer':
      return dialog.fewerTitle(question.line.description);
    case 'quantity':
      return dialog.quantityTitle(question.line.description);
    case 'discount':
      return question.line === null ? dialog.discountSale : dialog.discountLine(question.line.description);
    case 'free-amount':
      return dialog.freeTitle;
    case 'gift-card':
      return giftCard.open;
    case 'park':
      return dialog.parkTitle;
    case 'resume':
      return dialog.resumeTitle;
    case 'clear':
      return dialog.clearTitle;
    case 'line':
      return question.line.description;
    case 'look-up':
      return lines.lookUp;
    case 'code':
      return pad.label;
    case 'buyer':
      return lines.buyer;
    case 'split':
      return split.title;
    case 'give-back-part':
      return split.giveBackTitle;
    case 'cancel-payment':
      return card.cancelAsk;
    case 'decide':
      return card.decideTitle;
    case 'float':
      return day.floatTitle;
    case 'move-cash':
      return day.moves[question.move];
    case 'open-drawer':
      return day.drawerTitle;
    case 'export':
      return exporting.title;
    case 'mail':
      return printer.mailTitle(question.receiptNumber);
    case 'decide-refund':
      return refund.decideTitle;
    case 'case':
      return cases.settleTitle(question.of.case);
    case 'alarm':
      return wayWords(alarm, question.alarm.of, question.how).title;
  }
}

function bodyOf(question: Question) {
  switch (question.kind) {
    case 'help':
      return <Help />;
    case 'operator':
      return <OperatorQuestion />;
    case 'start-training':
      return <StartTrainingQuestion />;
    case 'replace-secret':
      return <ReplaceSecretQuestion />;
    case 'add-operator':
      return <AddOperatorQuestion first={question.first} />;
    case 'change-operator':
      return <ChangeOperatorQuestion of={question.of} />;
    case 'new-pin':
      return <NewPinQuestion name={question.name} />;
    case 'remove-operator':
      return <RemoveOperatorQuestion name={question.name} last={question.last} />;
    case 'install-update':
      return <InstallUpdateQuestion sentence={question.sentence} />;
    case 'remove-line':
      return <RemoveLineQuestion line={question.line} />;
    case 'fewer':
      return <FewerQuestion line={question.line} quantity={question.quantity} />;
    case 'quantity':
      return <QuantityQuestion line={question.line} />;
    case 'discount':
      return <DiscountQuestion line={question.line} />;
    case 'free-amount':
      return <FreeAmountQuestion />;
    case 'gift-card':
      return <GiftCardQuestion code={question.code} />;
    case 'park':
      return <ParkQuestion />;
    case 'resume':
      return <ResumeQuestion />;
    case 'clear':
      return <ClearQuestion />;
    case 'line':
      return <LineQuestion line={question.line} />;
    case 'look-up':
      return <LookUpQuestion />;
    case 'code':
      return <CodeQuestion />;
    case 'buyer':
      return <BuyerQuestion />;
    case 'split':
      return <SplitQuestion />;
    case 'give-back-part':
      return <GiveBackPartQuestion part={question.part} />;
    case 'cancel-payment':
      return <CancelPaymentQuestion />;
    case 'decide':
      return <DecideQuestion />;
    case 'float':
      return <FloatQuestion registered={question.registered} />;
    case 'move-cash':
      return <MoveCashQuestion move={question.move} />;
    case 'open-drawer':
      return <OpenDrawerQuestion />;
    case 'export':
      return <ExportQuestion />;
    case 'mail':
      return <MailQuestion receiptNumber={question.receiptNumber} />;
    case 'decide-refund':
      return <DecideRefundQuestion refundId={question.refundId} />;
    case 'case':
      return <CaseQuestion of={question.of} how={question.how} />;
    case 'alarm':
      return <AlarmQuestion alarm={question.alarm} how={question.how} />;
  }
}

/** Whether a question has two columns. */
function isWide(question: Question): boolean {
  return (
    question.kind === 'help' ||
    question.kind === 'move-cash' ||
    (question.kind === 'float' && question.registered)
  );
}

/** Whatever is being asked, in one dialog. */
export function Questions() {
  const strings = useStrings();
  const question = usePlace((place) => place.question);
  if (question === null) return null;
  return (
    <Dialog
      key={question.kind}
      title={titleOf(question, strings)}
      onClose={closeQuestion}
      wide={isWide(question)}
    >
      {bodyOf(question)}
    </Dialog>
  );
}
