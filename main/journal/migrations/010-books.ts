/** Payouts, the terminal's own totals and exports after a Z; a payout that does not add up is a case like the others. */
export const sql = `
CREATE TABLE wider_case (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  difference TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('paid-there-only', 'paid-here-only', 'amount-differs', 'refund-differs',
    'terminal-shared', 'settlement-differs')),
  transaction_id TEXT,
  attempt_id TEXT,
  amount_here INTEGER,
  amount_there INTEGER,
  currency TEXT NOT NULL,
  reference TEXT NOT NULL,
  detail TEXT NOT NULL,
  at TEXT NOT NULL,
  settled_at TEXT
) STRICT;
INSERT INTO wider_case SELECT number, difference, kind, transaction_id, attempt_id, amount_here, amount_there, currency,
  reference, detail, at, settled_at FROM numbered_case;
DROP TABLE numbered_case;
ALTER TABLE wider_case RENAME TO numbered_case;
CREATE INDEX case_difference ON numbered_case (difference);

CREATE INDEX receipt_seq ON receipt (seq);

CREATE TABLE terminal_day (
  key TEXT PRIMARY KEY,
  z INTEGER NOT NULL CHECK (z > 0),
  told_seq INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX terminal_day_z ON terminal_day (z);

CREATE TABLE settlement (
  settlement_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  settled_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX settlement_settled_at ON settlement (settled_at);

CREATE TABLE settled (
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'refund')),
  id TEXT NOT NULL,
  settlement_id TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (kind, id, settlement_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE day_export (
  z INTEGER NOT NULL CHECK (z > 0),
  format TEXT NOT NULL CHECK (format IN ('saft', 'csv', 'jsonl', 'voucher')),
  done_seq INTEGER,
  PRIMARY KEY (z, format)
) STRICT, WITHOUT ROWID;
CREATE INDEX day_export_due ON day_export (z) WHERE done_seq IS NULL;
`;
