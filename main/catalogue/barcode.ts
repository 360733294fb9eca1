/** Lengths of the codes that end in a check digit: EAN-8, UPC-A, EAN-13 and GTIN-14. */
const checked = /^(?:\d{8}|\d{12}|\d{13}|\d{14})$/u;

/** A long number that a spreadsheet has shown, and saved, in scientific notation. */
const shortened = /^\d(?:[.,]\d+)?E\+?\d+$/iu;

/** The check digit that belongs after these digits: weights 3 and 1 from the right (GS1 General Specifications 7.9). */
export function checkDigit(digits: string): number {
  let total = 0;
  for (let i = 0; i < digits.length; i++) {
    const fromRight = digits.length - i;
    total += Number(digits[i]) * (fromRight % 2 === 1 ? 3 : 1);
  }
  return (10 - (total % 10)) % 10;
}

/** What is wrong with a barcode, or null. Codes of the shop's own, of any other length or with letters, are let through. */
export function barcodeProblem(barcode: string): 'barcode-shortened' | 'barcode-check-digit' | null {
  if (shortened.test(barcode)) return 'barcode-shortened';
  if (checked.test(barcode) && checkDigit(barcode.slice(0, -1)) !== Number(barcode.slice(-1))) {
    return 'barcode-check-digit';
  }
  return null;
}
