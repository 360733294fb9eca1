import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { makeTemplate, type ModelShop, openModelShop, type Template } from '../fault/model/shop.ts';

/** Opens a model shop for each test of a file, and closes it. Gives the one of the test that runs. */
export function modelShopForEach(): () => ModelShop {
  let template: Template;
  let shop: ModelShop;
  beforeAll(async () => {
    template = await makeTemplate();
  });
  afterAll(() => rmSync(template.folder, { recursive: true, force: true }));
  beforeEach(() => {
    shop = openModelShop(template);
  });
  afterEach(() => shop.close());
  return () => shop;
}

/** What stands on the counter: the payment's state while there is one. */
export function stateOf(shop: ModelShop): string {
  const { counter } = shop.view();
  return counter.kind === 'paying' ? counter.payment.state.kind : counter.kind;
}
