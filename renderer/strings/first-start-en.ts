/** What the window says at a till's very beginning. */
export const firstStart = {
  training: 'This till is in training: nothing is real, and no money moves.',
  setUp: 'Set up this till',
  later: 'Go on training',
  testPaid: (amount: string) => `The test sale is paid, and everything works. ${amount} can go back now.`,
  giveBack: 'Give it back',
  keep: 'Keep it',
  testReason: 'Test sale',
};
