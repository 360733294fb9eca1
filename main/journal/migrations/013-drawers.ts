/** A drawer for each operator: its last count, and how it came out with the Z. The empty name is nobody's. */
export const sql = `
CREATE TABLE drawer_count (
  drawer TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settled_drawers (
  z INTEGER PRIMARY KEY CHECK (z > 0),
  seq INTEGER NOT NULL
) STRICT;
`;
