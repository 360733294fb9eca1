/** Text as it is searched: without case and accents ("Påske-Øl" is found by "paske" and by "ØL"). */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
