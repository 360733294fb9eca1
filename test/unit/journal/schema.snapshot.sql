CREATE TABLE alarm (
  alarm INTEGER PRIMARY KEY CHECK (alarm > 0),
  kind TEXT NOT NULL CHECK (kind IN ('paid-after-all', 'contradicted')),
  attempt_id TEXT NOT NULL,
  sale_id TEXT NOT NULL,
  amount INTEGER NOT NULL,
  at TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  price INTEGER NOT NULL,
  vat_rate INTEGER NOT NULL,
  group_name TEXT NOT NULL,
  barcode TEXT
, age_limit INTEGER, deposit INTEGER) STRICT;

CREATE INDEX article_barcode ON article (barcode) WHERE barcode IS NOT NULL;

CREATE INDEX article_group ON article (group_name, folded);

CREATE INDEX article_name ON article (folded);

CREATE TABLE article_part (
  import_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (import_id, seq)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE article_text USING fts5(
  folded, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
);

CREATE TABLE attempt (
  prepared_seq INTEGER PRIMARY KEY,
  attempt_id TEXT NOT NULL UNIQUE,
  sale_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  state TEXT NOT NULL CHECK (state IN ('prepared', 'creating', 'waiting', 'undecided', 'approved', 'completed',
    'declined', 'failed', 'cancelled', 'expired')),
  amount INTEGER NOT NULL,
  session_id TEXT,
  transaction_id TEXT,
  prepared_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  captured INTEGER NOT NULL CHECK (captured IN (0, 1)),
  watched INTEGER NOT NULL CHECK (watched IN (0, 1)),
  followed INTEGER GENERATED ALWAYS AS (
    watched = 1 OR state IN ('prepared', 'creating', 'waiting', 'undecided', 'approved')
  ) VIRTUAL
) STRICT;

CREATE INDEX attempt_followed ON attempt (prepared_seq) WHERE followed = 1;

CREATE INDEX attempt_prepared ON attempt (prepared_at);

CREATE INDEX attempt_session ON attempt (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE "carried" (
  receipt_number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  of_sale_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'card', 'gift-card')),
  amount INTEGER NOT NULL,
  attempt_id TEXT CHECK ((attempt_id IS NOT NULL) = (kind = 'card')),
  gift_code TEXT CHECK ((gift_code IS NOT NULL) = (kind = 'gift-card')),
  PRIMARY KEY (receipt_number, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX carried_of ON carried (of_sale_id);

CREATE INDEX case_difference ON numbered_case (difference);

CREATE TABLE cash_count (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE day_export (
  z INTEGER NOT NULL CHECK (z > 0),
  format TEXT NOT NULL CHECK (format IN ('saft', 'csv', 'jsonl', 'voucher')),
  done_seq INTEGER,
  PRIMARY KEY (z, format)
) STRICT, WITHOUT ROWID;

CREATE INDEX day_export_due ON day_export (z) WHERE done_seq IS NULL;

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

CREATE TABLE drawer_count (
  drawer TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  operator TEXT,
  body TEXT NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'An entry follows the last one'); END;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'An entry is never changed'); END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'An entry is never removed'); END;

CREATE INDEX entry_started ON entry (seq) WHERE kind = 'till.started';

CREATE INDEX entry_training ON entry (seq) WHERE kind IN ('till.training-started', 'till.training-ended');

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

CREATE TABLE line (
  receipt_number INTEGER NOT NULL,
  position INTEGER NOT NULL,
  article_id TEXT,
  description TEXT NOT NULL,
  group_name TEXT NOT NULL,
  unit_price INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  vat_rate INTEGER NOT NULL,
  reduction INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  vat_amount INTEGER NOT NULL, gift_card TEXT,
  PRIMARY KEY (receipt_number, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX line_article ON line (article_id, receipt_number) WHERE article_id IS NOT NULL;

CREATE INDEX line_free ON line (description COLLATE NOCASE, receipt_number) WHERE article_id IS NULL;

CREATE TABLE lost_attempt (
  sale_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  after_seq INTEGER NOT NULL,
  PRIMARY KEY (sale_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE matched (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  until TEXT NOT NULL
) STRICT;

CREATE TABLE "numbered_case" (
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

CREATE TABLE operator (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('cashier', 'manager')),
  mark TEXT NOT NULL,
  refused INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
  refused_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE "payment" (
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

CREATE INDEX payment_card ON payment (card_ending, receipt_number) WHERE card_ending IS NOT NULL;

CREATE INDEX payment_transaction ON payment (transaction_id, receipt_number) WHERE transaction_id IS NOT NULL;

CREATE TABLE print (
  wanted INTEGER PRIMARY KEY,
  of TEXT NOT NULL,
  onto TEXT NOT NULL CHECK (onto IN ('printer', 'pdf', 'mail')),
  receipt_number INTEGER,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('wanted', 'started', 'unknown')),
  code TEXT
) STRICT;

CREATE TABLE "receipt" (
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

CREATE INDEX receipt_at ON receipt (at);

CREATE TABLE receipt_count (
  thousand INTEGER NOT NULL,
  kind TEXT NOT NULL,
  paid_by TEXT NOT NULL,
  receipts INTEGER NOT NULL,
  PRIMARY KEY (thousand, kind, paid_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE receipt_gift_card (
  code TEXT NOT NULL,
  receipt_number INTEGER NOT NULL,
  PRIMARY KEY (code, receipt_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_kind ON receipt (kind, receipt_number) WHERE kind <> 'sale';

CREATE INDEX receipt_paid_by ON receipt (paid_by);

CREATE TABLE receipt_print (
  receipt_number INTEGER PRIMARY KEY,
  times INTEGER NOT NULL CHECK (times > 0)
) STRICT;

CREATE INDEX receipt_seq ON receipt (seq);

CREATE INDEX receipt_total ON receipt (total);

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
, exchange_sale_id TEXT, watched INTEGER NOT NULL DEFAULT 0 CHECK (watched IN (0, 1)), gift INTEGER NOT NULL DEFAULT 0, gift_code TEXT) STRICT;

CREATE TABLE refund_alarm (
  alarm INTEGER PRIMARY KEY CHECK (alarm > 0),
  refund_id TEXT NOT NULL,
  refunded INTEGER NOT NULL CHECK (refunded IN (0, 1)),
  at TEXT NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1))
) STRICT;

CREATE TABLE refund_entry (
  number INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (number, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX refund_exchange ON refund (exchange_sale_id, number) WHERE exchange_sale_id IS NOT NULL;

CREATE TABLE refund_line (
  number INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  vat_amount INTEGER NOT NULL,
  PRIMARY KEY (number, line_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX refund_open ON refund (number) WHERE state IN ('prepared', 'sending', 'accepted', 'undecided');

CREATE INDEX refund_sale ON refund (sale_id);

CREATE INDEX refund_watched ON refund (number) WHERE watched = 1;

CREATE TABLE report (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('x', 'z')),
  number INTEGER UNIQUE CHECK ((number IS NOT NULL) = (kind = 'z')),
  at TEXT NOT NULL,
  grand_sales INTEGER NOT NULL,
  grand_returns INTEGER NOT NULL
) STRICT;

CREATE TABLE sale_entry (
  sale_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (sale_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE "series" (
  name TEXT PRIMARY KEY CHECK (name IN ('sale', 'receipt', 'alarm', 'z', 'attempt', 'refund')),
  taken INTEGER NOT NULL CHECK (taken >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  section TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE settled (
  kind TEXT NOT NULL CHECK (kind IN ('payment', 'refund')),
  id TEXT NOT NULL,
  settlement_id TEXT NOT NULL,
  amount INTEGER NOT NULL,
  PRIMARY KEY (kind, id, settlement_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE settled_drawers (
  z INTEGER PRIMARY KEY CHECK (z > 0),
  seq INTEGER NOT NULL
) STRICT;

CREATE TABLE settlement (
  settlement_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL,
  settled_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX settlement_settled_at ON settlement (settled_at);

CREATE TABLE terminal_day (
  key TEXT PRIMARY KEY,
  z INTEGER NOT NULL CHECK (z > 0),
  told_seq INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX terminal_day_z ON terminal_day (z);

CREATE TABLE unfinished_sale (
  sale_id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('open', 'parked')),
  name TEXT NOT NULL,
  changed_seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
