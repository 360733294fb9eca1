/** Which program was started last is asked at each start, and must not take longer the more there is in the journal. */
export const sql = `
CREATE INDEX entry_started ON entry (seq) WHERE kind = 'till.started';
`;
