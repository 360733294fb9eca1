/** A restored till leaves room in the series of attempts and of refunds as well. */
export const sql = `
CREATE TABLE wider_series (
  name TEXT PRIMARY KEY CHECK (name IN ('sale', 'receipt', 'alarm', 'z', 'attempt', 'refund')),
  taken INTEGER NOT NULL CHECK (taken >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO wider_series SELECT name, taken FROM series;
DROP TABLE series;
ALTER TABLE wider_series RENAME TO series;
`;
