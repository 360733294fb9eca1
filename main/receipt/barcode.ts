import { code128, drawingSVG, qrcode } from 'bwip-js/generic';

/** The receipt's number as inline SVG for a camera (QR) and for a line scanner (Code 128). */
export function barcodes(content: string): { readonly qr: string; readonly bars: string } {
  return {
    qr: qrcode({ bcid: 'qrcode', text: content }, drawingSVG()),
    bars: code128({ bcid: 'code128', text: content, height: 10 }, drawingSVG()),
  };
}
