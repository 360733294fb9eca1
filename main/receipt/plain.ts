/** Ordinary spaces and the keyboard's minus for the finer ones that Intl writes: printers and spreadsheets know these. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/gu, ' ').replace(/\u2212/gu, '-');
}
