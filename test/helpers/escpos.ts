/** What a receipt printer does with the bytes it gets: a small ESC/POS interpreter, strict about what it does not know. */

/** One thing that came out of the printer, from top to bottom. */
export type Printed =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly wide: number;
      readonly high: number;
      readonly bold: boolean;
    }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'barcode'; readonly text: string }
  | { readonly kind: 'picture'; readonly width: number; readonly height: number; readonly bits: string }
  | { readonly kind: 'cut' }
  | { readonly kind: 'kick'; readonly pin: number };

/** A command that the printer answers when it gets to it. */
export type Answering = { readonly kind: 'ask-printed' };

/** What `take` gives for the bytes so far: how many were used, and what they made. */
export type Step = { readonly used: number; readonly made: readonly (Printed | Answering)[] };

const upper = {
  5: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø₧ƒáíóúñÑªº¿⌐¬½¼¡«¤░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ',
  19: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■ ',
} as const;

/** A printer's state between bytes. */
export class Interpreter {
  #page = 0;
  #wide = 1;
  #high = 1;
  #bold = false;
  #line = '';
  #lineWide = 1;
  #lineHigh = 1;
  #lineBold = false;
  #qr = '';
  #held: number[] = [];

  /** Interprets what came; a command that is not whole yet waits for the rest. */
  take(bytes: Uint8Array): (Printed | Answering)[] {
    this.#held.push(...bytes);
    const made: (Printed | Answering)[] = [];
    for (;;) {
      const step = this.#next(this.#held);
      if (step === null) return made;
      this.#held.splice(0, step.used);
      made.push(...step.made);
    }
  }

  /** Switched off: what was not printed is forgotten. */
  reset(): void {
    this.#held = [];
    this.#line = '';
    this.#plain();
  }

  #plain(): void {
    this.#page = 0;
    this.#wide = 1;
    this.#high = 1;
    this.#bold = false;
  }

  #next(all: readonly number[]): Step | null {
    const [first, second, third] = all;
    if (first === undefined) return null;
    if (first === 0x0a) return this.#endOfLine();
    if (first >= 0x20) return this.#letter(first);
    if (second === undefined) return null;
    if (first === 0x1b && second === 0x40) {
      this.#plain();
      return { used: 2, made: [] };
    }
    if (third === undefined) return null;
    if (first === 0x1b) return this.#escape(second, third, all);
    if (first === 0x1c && second === 0x2e) return { used: 2, made: [] };
    if (first === 0x1d) return this.#group(second, third, all);
    throw new Error(`The printer does not know ${first.toString(16)} ${second.toString(16)}`);
  }

  #letter(byte: number): Step {
    if (this.#line === '' || byte !== 0x20) {
      this.#lineWide = Math.max(this.#line === '' ? 1 : this.#lineWide, this.#wide);
      this.#lineHigh = Math.max(this.#line === '' ? 1 : this.#lineHigh, this.#high);
      this.#lineBold = (this.#line !== '' && this.#lineBold) || this.#bold;
    }
    this.#line += byte < 0x80 ? String.fromCharCode(byte) : this.#upperLetter(byte);
    return { used: 1, made: [] };
  }

  #upperLetter(byte: number): string {
    if (this.#page === 16) return new TextDecoder('windows-1252').decode(Uint8Array.of(byte));
    const letters = upper[this.#page as keyof typeof upper] as string | undefined;
    if (letters === undefined) throw new Error(`The printer has no code page ${this.#page}`);
    return letters[byte - 0x80] ?? '?';
  }

  #endOfLine(): Step {
    const line = { text: this.#line, wide: this.#lineWide, high: this.#lineHigh, bold: this.#lineBold };
    this.#line = '';
    this.#lineWide = 1;
    this.#lineHigh = 1;
    this.#lineBold = false;
    return { used: 1, made: [{ kind: 'line', ...line }] };
  }

  #escape(command: number, value: number, all: readonly number[]): Step | null {
    switch (command) {
      case 0x74:
        this.#page = value;
        return { used: 3, made: [] };
      case 0x45:
        this.#bold = value === 1;
        return { used: 3, made: [] };
      case 0x4d:
      case 0x61:
        return { used: 3, made: [] };
      case 0x70:
        return all.length < 5 ? null : { used: 5, made: [{ kind: 'kick', pin: value }] };
      default:
        throw new Error(`The printer does not know ESC ${command.toString(16)}`);
    }
  }

  #group(command: number, value: number, all: readonly number[]): Step | null {
    switch (command) {
      case 0x21:
        this.#wide = (value >> 4) + 1;
        this.#high = (value & 7) + 1;
        return { used: 3, made: [] };
      case 0x56:
        return { used: 3, made: [{ kind: 'cut' }] };
      case 0x68:
      case 0x77:
      case 0x48:
        return { used: 3, made: [] };
      case 0x72:
        return { used: 3, made: [{ kind: 'ask-printed' }] };
      case 0x6b:
        return barcode(all);
      case 0x76:
        return picture(all);
      case 0x28:
        return this.#square(all);
      default:
        throw new Error(`The printer does not know GS ${command.toString(16)}`);
    }
  }

  /** GS ( k: stores and prints a QR code. */
  #square(all: readonly number[]): Step | null {
    const length = (all[3] ?? 0) + (all[4] ?? 0) * 256;
    if (all.length < 5 + length) return null;
    const [, kind] = all.slice(5, 7);
    if (kind === 0x50) this.#qr = Buffer.from(all.slice(8, 5 + length)).toString('utf8');
    return { used: 5 + length, made: kind === 0x51 ? [{ kind: 'qr', text: this.#qr }] : [] };
  }
}

function barcode(all: readonly number[]): Step | null {
  const length = all[3] ?? 0;
  if (all.length < 4 + length || all[3] === undefined) return null;
  if (all[2] !== 73) throw new Error(`The printer has no bar code ${String(all[2])}`);
  // `{B` chooses the set of letters.
  const text = Buffer.from(all.slice(4, 4 + length))
    .toString('latin1')
    .replace(/^\{B/u, '');
  return { used: 4 + length, made: [{ kind: 'barcode', text }] };
}

function picture(all: readonly number[]): Step | null {
  if (all.length < 8) return null;
  const [xl = 0, xh = 0, yl = 0, yh = 0] = all.slice(4, 8);
  const across = xl + xh * 256;
  const height = yl + yh * 256;
  if (all.length < 8 + across * height) return null;
  const bits = Buffer.from(all.slice(8, 8 + across * height)).toString('base64');
  return { used: 8 + across * height, made: [{ kind: 'picture', width: across * 8, height, bits }] };
}
