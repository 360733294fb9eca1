import { useStrings } from '../words.ts';
import styles from './watermark.module.css';

/** Training shows through every screen, and lets every press through. */
export function Watermark() {
  const { header } = useStrings();
  return (
    <svg className={styles.watermark} aria-hidden="true">
      <defs>
        <pattern
          id="watermark"
          width="720"
          height="320"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-24)"
        >
          <text x="20" y="120" className={styles.word}>
            {header.training.toUpperCase()}
          </text>
          <text x="380" y="280" className={styles.word}>
            {header.training.toUpperCase()}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#watermark)" />
    </svg>
  );
}
