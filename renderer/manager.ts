import { create } from 'zustand';

/** Something that was refused for want of a manager. */
export interface ManagerAsked {
  readonly approval: string;
  /** What is wanted, in the till's words. */
  readonly sentence: string;
  readonly answer: (approved: boolean) => void;
}

export const useManagerAsked = create<{ readonly asked: ManagerAsked | null }>(() => ({ asked: null }));

/** Asks for a manager's PIN on top of whatever is open; whether one let it through. */
export function askManager(approval: string, sentence: string): Promise<boolean> {
  answerManager(false);
  return new Promise((resolve) => {
    useManagerAsked.setState({ asked: { approval, sentence, answer: resolve } });
  });
}

/** Closes the question with an answer; nothing when none is open. */
export function answerManager(approved: boolean): void {
  const { asked } = useManagerAsked.getState();
  if (asked === null) return;
  useManagerAsked.setState({ asked: null });
  asked.answer(approved);
}
