import { useStrings } from '../words.ts';
import styles from './watermark.module.css';

/** Training shows through every screen, and lets every press through. */
export function Watermark() {
  const { header } = useStrings();
  return (
    <svg className={styles.watermark} aria-hidden="true">
      <defs>
        <pattern id="watermark" width="520" height="300" patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          <text x="20" y="120" className={styles.word}>
            {header.training.toUpperCase()}
          </text>
          <text x="280" y="270" className={styles.word}>
            {header.training.toUpperCase()}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}
