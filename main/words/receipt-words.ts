/** The words printed on a receipt (kassasystemforskrifta §§ 2-8-4 and 2-8-6; § 2-4 allows Norwegian and English). */
export interface ReceiptWords {
  readonly salesReceipt: string;
  readonly returnReceipt: string;
  /** Stands before the title of a receipt that is no paper. */
  readonly electronic: string;
  readonly copy: string;
  /** Both parts of the marking of a training receipt. */
  readonly trainingReceipt: string;
  readonly notAReceipt: string;
  readonly organisationNumber: string;
  /** Stands after the organisation number of a seller registered for VAT. */
  readonly vatRegistered: string;
  readonly businessRegister: string;
  readonly receiptNumber: string;
  readonly date: string;
  readonly time: string;
  readonly till: string;
  readonly operator: string;
  readonly buyer: string;
  readonly address: string;
  /** Stands before the price that a line had before it was given another. */
  readonly listPrice: string;
  readonly discount: string;
  readonly discountsGiven: string;
  readonly total: string;
  readonly rounding: string;
  readonly paidByCard: string;
  readonly paidCash: string;
  readonly paidByGiftCard: string;
  readonly given: string;
  readonly change: string;
  readonly card: string;
  readonly entryMethod: string;
  readonly transaction: string;
  readonly reference: string;
  readonly decidedByHand: string;
  readonly fromTerminal: string;
  readonly vatHeading: string;
  readonly vatRate: string;
  readonly vatNet: string;
  readonly vatAmount: string;
  readonly vatGross: string;
  readonly vatSum: string;
  readonly returnOf: string;
  readonly reason: string;
  readonly backToCard: string;
  readonly backInCash: string;
  readonly backToGiftCard: string;
  readonly giftCard: string;
  /** The code of a gift card, the last day on which it is good, what it is worth, and the receipt that it was sold on. */
  readonly giftCode: string;
  readonly goodUntil: string;
  readonly worth: string;
  readonly soldOn: string;
  /** Stands on a gift card. */
  readonly giftTerms: string;
  /** Stands for the VAT rate of a gift card, which is no turnover. */
  readonly noVat: string;
  /** Both titles (kassasystemforskrifta § 2-8-5): an exchange counts as a sale and as a return. */
  readonly exchangeReceipt: string;
  readonly exchangeOf: string;
  readonly sold: string;
  readonly cameBack: string;
  /** What the goods that came back were worth, as far as it pays for the new ones. */
  readonly paidWithReturn: string;
  /** Labels of the space that the customer writes in (bokføringsforskriften § 5-3-7). */
  readonly customerSignature: string;
  readonly customerPhone: string;
  readonly signature: string;
}
