import { code128, drawingSVG, qrcode } from 'bwip-js/generic';
import type { Receipt } from './receipt.ts';

/** The receipt's codes as inline SVG for a camera (QR) and for a line scanner (Code 128). */
export function barcodes(receipt: Pick<Receipt, 'barcode' | 'qr'>): {
  readonly qr: string;
  readonly bars: string;
} {
  return {
    qr: qrcode({ bcid: 'qrcode', text: receipt.qr }, drawingSVG()),
    bars: code128({ bcid: 'code128', text: receipt.barcode, height: 10 }, drawingSVG()),
  };
}
