export const sql = `
CREATE TABLE print (
  wanted INTEGER PRIMARY KEY,
  of TEXT NOT NULL,
  onto TEXT NOT NULL CHECK (onto IN ('printer', 'pdf', 'mail')),
  receipt_number INTEGER,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('wanted', 'started', 'unknown')),
  code TEXT
) STRICT;
`;
