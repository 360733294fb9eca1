/** Lines in one sale: more than any customer has, and a receipt that a printer still takes in one piece. */
export const mostLines = 500;

/** Highest quantity of one line, in thousandths: 9,999 pieces. */
export const highestQuantity = 9_999_000;

/** Highest amount of a sale before discounts, in øre: Dintero's amounts are 32-bit integers. */
export const highestAmount = 2_147_483_647;
