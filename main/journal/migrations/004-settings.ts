export const sql = `
CREATE TABLE setting (
  section TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
