import type * as fc from 'fast-check';
import type { ModelShop } from './shop.ts';

/** The model is the laws themselves: whatever anybody does, they hold after it. */
type Model = Readonly<Record<string, never>>;
export type Command = fc.AsyncCommand<Model, ModelShop>;

/** One thing that happens; afterwards the power is on again, and the laws hold. */
export function command(name: string, run: (shop: ModelShop) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (_model, shop) => {
      await run(shop);
      if (!shop.powerIsOn()) await shop.restart();
      const broken = shop.brokenLaws('running');
      if (broken.length > 0) throw new Error(broken.join('; '));
    },
    toString: () => name,
  };
}
