/** How many receipts there are of each kind, thousand by thousand: a list of a million is opened anywhere at once. */
export const sql = `
CREATE TABLE receipt_count (
  thousand INTEGER NOT NULL,
  kind TEXT NOT NULL,
  paid_by TEXT NOT NULL,
  receipts INTEGER NOT NULL,
  PRIMARY KEY (thousand, kind, paid_by)
) STRICT, WITHOUT ROWID;
INSERT INTO receipt_count SELECT receipt_number / 1000, kind, paid_by, count(*) FROM receipt GROUP BY 1, 2, 3;
`;
