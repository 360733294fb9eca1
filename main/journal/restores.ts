/** The numbers of an install's sales: one that is restored from its copy begins with the next so many. */
export const salesOfAnInstall = 10_000_000;

/** How many restores lie before a sale of this number. No install comes as far by selling. */
export function restoresBefore(saleNumber: number): number {
  return Math.floor(saleNumber / salesOfAnInstall);
}
