import type { Album, Stage } from './stage.ts';
import { onStage, usualSize } from './stage.ts';
import { type Look, walkCrowd, walkCustomer, walkInstalled, walkSetUp, walkTraining } from './walk/index.ts';

const sizes = [
  { width: 1024, height: 768 },
  usualSize,
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
];

/** Takes a picture at every size that is promised, in light and dark. */
function everyWay({ page }: Pick<Stage, 'page'>, album: Album): Look {
  return async (name) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await album.picture(page, `${name}-${String(size.width)}x${String(size.height)}-${colorScheme}`);
      }
    }
    await page.setViewportSize(usualSize);
    await page.emulateMedia({ colorScheme: 'light' });
  };
}

/** Every screen of the till, on stages of their own, so that the demo's journal holds its own sales alone. */
export async function takePictures(album: Album): Promise<void> {
  album.say('Pictures of every screen in four sizes, light and dark, from tills of their own.');
  await onStage('installed', 'en', (stage) => walkInstalled(stage, everyWay(stage, album)));
  await onStage('staffed', 'en', (stage) => walkCrowd(stage, everyWay(stage, album)));
  await onStage('installed', 'en', (stage) => walkCustomer(stage, (page) => everyWay({ page }, album)));
  await onStage('training', 'nb', (stage) => walkTraining(stage, everyWay(stage, album)));
  await onStage('training', 'en', (stage) => walkSetUp(stage, everyWay(stage, album)));
}
