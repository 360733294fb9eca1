/** Calendar days at the shop as `YYYY-MM-DD`, for choosing a period. */

const shop = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });
const dayMs = 86_400_000;

/** The shop's day now. */
export function today(): string {
  return shop.format(new Date());
}

/** So many days later, or earlier. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return daysLater(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The first day of a day's month. */
export function firstOfMonth(day: string): string {
  return `${day.slice(0, 8)}01`;
}
