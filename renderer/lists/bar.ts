/**
 * A browser lays out no more than some sixteen million pixels to the pixel, and a list of a million rows is four times as
 * long. Such a list is as long as the browser can bear: near both its ends a pixel of the bar is a pixel of the list, and
 * in between a pixel of the bar stands for several. Whoever scrolls by a wheel or a finger moves the rows as far as the
 * finger wherever they are; whoever takes hold of the bar is where the bar says.
 */
const longest = 15_000_000;

/** A scroll of at most this many pixels at once is a wheel's, a finger's or a key's; one beyond it, the bar's. */
const step = 5_000;

export interface Extent {
  /** What all rows take, in pixels. */
  readonly total: number;
  /** What is seen of them. */
  readonly height: number;
}

/** Where the browser's bar stands, and the pixel of the list that is at the top. */
export interface Position {
  readonly place: number;
  readonly offset: number;
}

/** How long the browser is told that the list is. */
export function lengthOf({ total }: Extent): number {
  return Math.min(total, longest);
}

function ends(extent: Extent): { readonly place: number; readonly offset: number; readonly alike: number } {
  const place = Math.max(0, lengthOf(extent) - extent.height);
  const offset = Math.max(0, extent.total - extent.height);
  return { place, offset, alike: place === offset ? place : Math.floor(place / 3) };
}

/** From one scale to the other: alike at both ends, in proportion between them. `from` and `to` are where each ends. */
function along(at: number, from: number, to: number, alike: number): number {
  if (at <= alike) return Math.max(0, at);
  if (at >= from - alike) return to - Math.max(0, from - at);
  const between = (at - alike) / (from - 2 * alike);
  return Math.round(alike + between * (to - 2 * alike));
}

/** The pixel of the list that is at the top where the bar stands at a place. */
export function offsetAt(place: number, extent: Extent): number {
  const end = ends(extent);
  return along(place, end.place, end.offset, end.alike);
}

/** Where the bar stands when a pixel of the list is at the top. */
export function placeOf(offset: number, extent: Extent): number {
  const end = ends(extent);
  return along(offset, end.offset, end.place, end.alike);
}

/** Where the list is after the browser moved its bar to a place. */
export function movedTo(place: number, before: Position, extent: Extent): Position {
  const end = ends(extent);
  const by = place - before.place;
  const atEnd = place <= 0 || place >= end.place;
  const offset = atEnd || Math.abs(by) > step ? offsetAt(place, extent) : before.offset + by;
  return { place, offset: Math.max(0, Math.min(end.offset, offset)) };
}

/** Where the list is when the till itself moves it to a pixel: nearby, the rows in view move as by a wheel. */
export function scrolledTo(offset: number, before: Position, extent: Extent): Position {
  const end = ends(extent);
  const wanted = Math.max(0, Math.min(end.offset, offset));
  const by = wanted - before.offset;
  const near = before.place + by;
  const place = Math.abs(by) <= step && near > 0 && near < end.place ? near : placeOf(wanted, extent);
  return { place, offset: wanted };
}
