export const sql = `
CREATE TABLE day_figure (
  day INTEGER NOT NULL CHECK (day > 0),
  figure TEXT NOT NULL,
  key TEXT NOT NULL,
  operator TEXT NOT NULL,
  number INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  also INTEGER NOT NULL,
  PRIMARY KEY (day, figure, key, operator)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_print (
  receipt_number INTEGER PRIMARY KEY,
  times INTEGER NOT NULL CHECK (times > 0)
) STRICT;

CREATE TABLE cash_count (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE report (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('x', 'z')),
  number INTEGER UNIQUE CHECK ((number IS NOT NULL) = (kind = 'z')),
  at TEXT NOT NULL,
  grand_sales INTEGER NOT NULL,
  grand_returns INTEGER NOT NULL
) STRICT;
`;
