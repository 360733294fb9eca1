/** Whether the till was left in training is asked at each start, and must not take longer the more there is in the journal. */
export const sql = `
CREATE INDEX entry_training ON entry (seq) WHERE kind IN ('till.training-started', 'till.training-ended');
`;
