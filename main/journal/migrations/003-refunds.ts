export const sql = `
CREATE TABLE refund (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  refund_id TEXT NOT NULL UNIQUE,
  sale_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('prepared', 'sending', 'accepted', 'undecided', 'done', 'refused')),
  amount INTEGER NOT NULL CHECK (amount > 0),
  card INTEGER NOT NULL,
  cash INTEGER NOT NULL,
  attempt_id TEXT,
  prepared_at TEXT NOT NULL,
  receipt_number INTEGER
) STRICT;
CREATE INDEX refund_sale ON refund (sale_id);
CREATE INDEX refund_open ON refund (number) WHERE state IN ('prepared', 'sending', 'accepted', 'undecided');

CREATE TABLE refund_line (
  number INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  vat_amount INTEGER NOT NULL,
  PRIMARY KEY (number, line_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE refund_entry (
  number INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (number, seq)
) STRICT, WITHOUT ROWID;

ALTER TABLE receipt ADD COLUMN kind TEXT NOT NULL DEFAULT 'sale' CHECK (kind IN ('sale', 'return'));
ALTER TABLE receipt ADD COLUMN paid_by TEXT NOT NULL DEFAULT 'cash' CHECK (paid_by IN ('card', 'cash', 'mixed'));
UPDATE receipt SET paid_by = (
  SELECT CASE WHEN min(kind) = max(kind) THEN min(kind) ELSE 'mixed' END
  FROM payment WHERE payment.receipt_number = receipt.receipt_number
);

CREATE INDEX receipt_at ON receipt (at);
CREATE INDEX receipt_total ON receipt (total);
CREATE INDEX receipt_paid_by ON receipt (paid_by);
CREATE INDEX receipt_return ON receipt (receipt_number) WHERE kind = 'return';
CREATE INDEX line_article ON line (article_id, receipt_number) WHERE article_id IS NOT NULL;
CREATE INDEX line_free ON line (description COLLATE NOCASE, receipt_number) WHERE article_id IS NULL;
CREATE INDEX payment_card ON payment (card_ending, receipt_number) WHERE card_ending IS NOT NULL;
CREATE INDEX payment_transaction ON payment (transaction_id, receipt_number) WHERE transaction_id IS NOT NULL;
`;
