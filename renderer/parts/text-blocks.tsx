import type { TextBlock } from '../../preload/contract/about.ts';
import styles from './text-blocks.module.css';

function Block({ block }: { block: TextBlock }) {
  switch (block.kind) {
    case 'heading':
      return <p className={block.level === 1 ? styles.title : styles.heading}>{block.text}</p>;
    case 'paragraph':
      return <p className={styles.paragraph}>{block.text}</p>;
    case 'item':
      return <p className={styles.item}>{block.text}</p>;
    case 'row':
      return (
        <p className={styles.row}>
          {block.cells.map((cell, at) => (
            // A text does not change while it is read: its places are its names.
            <span key={at}>{cell}</span>
          ))}
        </p>
      );
  }
}

/** A text to read, in a place of its own that scrolls. */
export function TextBlocks({ name, blocks }: { name: string; blocks: readonly TextBlock[] }) {
  return (
    <div role="document" aria-label={name} tabIndex={0} className={styles.text}>
      {blocks.map((block, at) => (
        <Block key={at} block={block} />
      ))}
    </div>
  );
}
