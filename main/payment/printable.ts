/**
 * Text from outside made safe to keep and print: control characters (a printer would obey them) go, line feeds stay,
 * and no more than `longest` characters are kept.
 */
export function printableText(text: string, longest: number): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .slice(0, longest);
}
