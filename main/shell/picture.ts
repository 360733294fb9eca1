import { readFile, stat } from 'node:fs/promises';
import { nativeImage } from 'electron';
import type { Picture } from '../printer/logo.ts';
import { err, ok, type Result } from '../result.ts';

/** Far more than any logo; a photograph of a few thousand dots has no place on a receipt. */
const most = { bytes: 2 * 1024 * 1024, dots: 4_000_000 } as const;

/** Reads a PNG or JPEG file with Chromium's own decoder. The error says why it is not used. */
export async function readPicture(path: string): Promise<Result<Picture, string>> {
  try {
    if ((await stat(path)).size > most.bytes) return err('too large');
    const image = nativeImage.createFromBuffer(await readFile(path));
    const { width, height } = image.getSize();
    if (image.isEmpty() || width * height > most.dots) return err('no picture, or too large');
    const bgra = image.toBitmap();
    const rgba = new Uint8Array(bgra);
    for (let at = 0; at < rgba.length; at += 4) {
      rgba[at] = bgra[at + 2] ?? 0;
      rgba[at + 2] = bgra[at] ?? 0;
    }
    return ok({ width, height, rgba });
  } catch (thrown) {
    return err(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
