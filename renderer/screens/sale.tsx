import type { SaleView } from '../../preload/contract/view.ts';
import { ask } from '../place.ts';
import { AgeCheck } from '../parts/age-check.tsx';
import { Alarms } from '../parts/alarms.tsx';
import { Articles } from '../parts/articles.tsx';
import { Basket } from '../parts/basket.tsx';
import { Button } from '../parts/button.tsx';
import { NoticeBar } from '../parts/notice-bar.tsx';
import { Search } from '../parts/search.tsx';
import { Totals } from '../parts/totals.tsx';
import { useTill } from '../till.ts';
import { useStrings } from '../words.ts';
import styles from './sale.module.css';

/** The counter: articles on one side, the basket and what it costs on the other. */
export function SaleScreen({ sale }: { readonly sale: SaleView }) {
  const { sale: strings, lines, giftCard } = useStrings();
  const parked = useTill((view) => view.parked.length);
  return (
    <div className={styles.sale}>
      <section className={styles.shelf} aria-label={strings.articles}>
        <Search />
        <div className={styles.tiles}>
          <Articles />
          <NoticeBar over="shelf" />
        </div>
        <Alarms over="shelf" />
        <div className={styles.shelfButtons}>
          <Button wide onClick={() => ask({ kind: 'free-amount' })}>
            {strings.freeAmount}
          </Button>
          <Button wide onClick={() => ask({ kind: 'gift-card', code: '' })}>
            {giftCard.open}
          </Button>
          <Button wide hint="F3" onClick={() => ask({ kind: 'look-up' })}>
            {lines.lookUp}
          </Button>
          <Button wide hint="F6" off={sale.lines.length === 0} onClick={() => ask({ kind: 'buyer' })}>
            {lines.buyer}
          </Button>
          <Button wide hint="F5" onClick={() => ask({ kind: 'resume' })}>
            {strings.parked(parked)}
          </Button>
        </div>
      </section>
      <div className={styles.counter}>
        <Basket sale={sale} />
        <AgeCheck check={sale.ageCheck} />
        <Totals sale={sale} />
      </div>
    </div>
  );
}
