export const sql = `
CREATE TABLE operator (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('cashier', 'manager')),
  mark TEXT NOT NULL,
  refused INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
  refused_at TEXT
) STRICT, WITHOUT ROWID;
`;
