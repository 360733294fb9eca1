import type { QrView } from '../../preload/contract/printer.ts';
import styles from './qr.module.css';

/** A receipt as a QR code, black on white in both themes, with the quiet edge that cameras need. */
export function Qr({ qr, name }: { readonly qr: QrView; readonly name: string }) {
  const bytes = Uint8Array.from(atob(qr.dark), (letter) => letter.charCodeAt(0));
  const across = Math.ceil(qr.size / 8);
  let path = '';
  for (let y = 0; y < qr.size; y += 1) {
    for (let x = 0; x < qr.size; x += 1) {
      if (((bytes[y * across + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0) path += `M${x} ${y}h1v1h-1z`;
    }
  }
  return (
    <svg role="img" aria-label={name} className={styles.qr} viewBox={`-4 -4 ${qr.size + 8} ${qr.size + 8}`}>
      <path d={path} shapeRendering="crispEdges" />
    </svg>
  );
}
