export const sql = `
CREATE TABLE receipt_next (
  receipt_number INTEGER PRIMARY KEY CHECK (receipt_number > 0),
  sale_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  total INTEGER NOT NULL,
  lines INTEGER NOT NULL CHECK (lines > 0),
  signature TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sale', 'return', 'exchange')),
  paid_by TEXT NOT NULL CHECK (paid_by IN ('card', 'cash', 'mixed', 'nothing'))
) STRICT;
INSERT INTO receipt_next SELECT receipt_number, sale_id, seq, at, total, lines, signature, kind, paid_by FROM receipt;
DROP TABLE receipt;
ALTER TABLE receipt_next RENAME TO receipt;
CREATE INDEX receipt_at ON receipt (at);
CREATE INDEX receipt_seq ON receipt (seq);
CREATE INDEX receipt_total ON receipt (total);
CREATE INDEX receipt_paid_by ON receipt (paid_by);
CREATE INDEX receipt_kind ON receipt (kind, receipt_number) WHERE kind <> 'sale';

CREATE TABLE exchange_line (
  sale_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  of_sale_id TEXT NOT NULL,
  of_line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  vat_amount INTEGER NOT NULL,
  PRIMARY KEY (sale_id, line_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_line_of ON exchange_line (of_sale_id);

CREATE TABLE carried (
  receipt_number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  of_sale_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card')),
  amount INTEGER NOT NULL,
  attempt_id TEXT CHECK ((attempt_id IS NOT NULL) = (kind = 'card')),
  PRIMARY KEY (receipt_number, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX carried_of ON carried (of_sale_id);

ALTER TABLE refund ADD COLUMN exchange_sale_id TEXT;
ALTER TABLE refund ADD COLUMN watched INTEGER NOT NULL DEFAULT 0 CHECK (watched IN (0, 1));
UPDATE refund SET watched = 1 WHERE EXISTS (
  SELECT 1 FROM refund_entry JOIN entry USING (seq)
  WHERE refund_entry.number = refund.number AND entry.kind = 'refund.decided'
);
CREATE INDEX refund_watched ON refund (number) WHERE watched = 1;
CREATE INDEX refund_exchange ON refund (exchange_sale_id, number) WHERE exchange_sale_id IS NOT NULL;

CREATE TABLE refund_alarm (
  alarm INTEGER PRIMARY KEY CHECK (alarm > 0),
  refund_id TEXT NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded IN (0, 1)),
  at TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;
`;
