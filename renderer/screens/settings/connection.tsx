import { lazy, Suspense } from 'react';
import { Button } from '../../parts/button.tsx';
import { go } from '../../place.ts';
import { useTill } from '../../till.ts';
import { useStrings } from '../../words.ts';
import { Card } from './card.tsx';

/** Comes with the set-up, whose fields and words it has: it is seldom asked for. */
const ConnectionForm = lazy(() => import('../set-up/connection.tsx'));

/** The till's way to Dintero. A till in training has none of its own. */
export function Connection() {
  const { settings, firstStart, training: words } = useStrings();
  const training = useTill((view) => view.mode === 'training');
  const ofShop = useTill((view) => view.training?.ofShop === true);
  return (
    <Card name={settings.sections.connection}>
      {ofShop ? (
        <p>{words.ofShop}</p>
      ) : training ? (
        <>
          <p>{firstStart.training}</p>
          <Button onClick={() => go('set-up')}>{firstStart.setUp}</Button>
        </>
      ) : (
        <Suspense>
          <ConnectionForm />
        </Suspense>
      )}
    </Card>
  );
}
