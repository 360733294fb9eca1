/** Lines in one sale: Dintero takes at most 100 items in a session. */
export const mostLines = 100;

/** Highest quantity of one line, in thousandths: 9,999 pieces. */
export const highestQuantity = 9_999_000;

/** Highest amount of a sale before discounts, in øre: Dintero's amounts are 32-bit integers. */
export const highestAmount = 2_147_483_647;
