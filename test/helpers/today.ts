import { instant, shopTime } from '../../main/clock.ts';

/** The day at the shop (YYYY-MM-DD): for an hour or two each night another one than in UTC. */
export function today(): string {
  return shopTime(instant(Date.now())).date;
}
