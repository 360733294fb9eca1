/** The receipts on which a gift card was sold, took part in a payment or got money back. */
export const sql = `
CREATE TABLE receipt_gift_card (
  code TEXT NOT NULL,
  receipt_number INTEGER NOT NULL,
  PRIMARY KEY (code, receipt_number)
) STRICT, WITHOUT ROWID;
INSERT INTO receipt_gift_card
  SELECT gift_card, receipt_number FROM line WHERE gift_card IS NOT NULL
  UNION SELECT json_extract(one.value, '$.code'), receipt_number
    FROM receipt JOIN entry USING (seq), json_each(entry.body, '$.payments') AS one
    WHERE paid_by IN ('gift-card', 'mixed') AND json_extract(one.value, '$.kind') = 'gift-card'
  UNION SELECT json_extract(one.value, '$.code'), receipt_number
    FROM receipt JOIN entry USING (seq), json_each(entry.body, '$.paidBack') AS one
    WHERE paid_by IN ('gift-card', 'mixed') AND json_extract(one.value, '$.kind') = 'gift-card';
`;
