export const sql = `
CREATE TABLE lost_attempt (
  sale_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  after_seq INTEGER NOT NULL,
  PRIMARY KEY (sale_id, number)
) STRICT, WITHOUT ROWID;
`;
