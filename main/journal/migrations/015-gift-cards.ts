/** Gift cards, and being paid by them: the tables that name the means of payment are made anew for a third one. */
export const sql = `
CREATE TABLE payment_next (
  receipt_number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'gift-card')),
  amount INTEGER NOT NULL,
  rounding INTEGER NOT NULL,
  change INTEGER NOT NULL,
  attempt_id TEXT CHECK ((attempt_id IS NOT NULL) = (kind = 'card')),
  transaction_id TEXT,
  card_ending TEXT,
  PRIMARY KEY (receipt_number, position)
) STRICT, WITHOUT ROWID;
INSERT INTO payment_next SELECT receipt_number, position, kind, amount, rounding, change, attempt_id, transaction_id,
  card_ending FROM payment;
DROP TABLE payment;
ALTER TABLE payment_next RENAME TO payment;
CREATE INDEX payment_card ON payment (card_ending, receipt_number) WHERE card_ending IS NOT NULL;
CREATE INDEX payment_transaction ON payment (transaction_id, receipt_number) WHERE transaction_id IS NOT NULL;

CREATE TABLE receipt_next (
  receipt_number INTEGER PRIMARY KEY CHECK (receipt_number > 0),
  sale_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  total INTEGER NOT NULL,
  lines INTEGER NOT NULL CHECK (lines > 0),
  signature TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'return', 'exchange')),
  paid_by TEXT NOT NULL CHECK (paid_by IN ('card', 'cash', 'gift-card', 'mixed', 'nothing'))
) STRICT;
INSERT INTO receipt_next SELECT receipt_number, sale_id, seq, at, total, lines, signature, kind, paid_by FROM receipt;
DROP TABLE receipt;
ALTER TABLE receipt_next RENAME TO receipt;
CREATE INDEX receipt_at ON receipt (at);
CREATE INDEX receipt_seq ON receipt (seq);
CREATE INDEX receipt_total ON receipt (total);
CREATE INDEX receipt_paid_by ON receipt (paid_by);
CREATE INDEX receipt_kind ON receipt (kind, receipt_number) WHERE kind <> 'sale';

CREATE TABLE carried_next (
  receipt_number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  of_sale_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'gift-card')),
  amount INTEGER NOT NULL,
  attempt_id TEXT CHECK ((attempt_id IS NOT NULL) = (kind = 'card')),
  gift_code TEXT CHECK ((gift_code IS NOT NULL) = (kind = 'gift-card')),
  PRIMARY KEY (receipt_number, position)
) STRICT, WITHOUT ROWID;
INSERT INTO carried_next SELECT receipt_number, position, of_sale_id, kind, amount, attempt_id, NULL FROM carried;
DROP TABLE carried;
ALTER TABLE carried_next RENAME TO carried;
CREATE INDEX carried_of ON carried (of_sale_id);

ALTER TABLE line ADD COLUMN gift_card TEXT;
ALTER TABLE refund ADD COLUMN gift INTEGER NOT NULL DEFAULT 0;
ALTER TABLE refund ADD COLUMN gift_code TEXT;

CREATE TABLE gift_card (
  code TEXT PRIMARY KEY,
  sale_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  receipt_number INTEGER NOT NULL,
  at TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  expires TEXT NOT NULL,
  balance INTEGER NOT NULL CHECK (balance BETWEEN 0 AND amount)
) STRICT, WITHOUT ROWID;
CREATE INDEX gift_card_line ON gift_card (sale_id, line_id);
CREATE INDEX gift_card_open ON gift_card (code) WHERE balance > 0;

CREATE TABLE gift_card_part (
  sale_id TEXT NOT NULL,
  part INTEGER NOT NULL,
  code TEXT NOT NULL,
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (sale_id, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX gift_card_part_code ON gift_card_part (code);
`;
