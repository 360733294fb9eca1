// An Electron that draws assets/icon.svg in every size that Windows, macOS and Linux want, into assets/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { icnsFile, icoFile } from './containers.mjs';

const assets = path.resolve(import.meta.dirname, '../../assets');
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];

/**
 * @param {BrowserWindow} window
 * @param {string} address the drawing
 * @param {number} size in pixels
 * @returns {Promise<Buffer>} a PNG
 */
async function drawn(window, address, size) {
  const script = `new Promise((resolve, reject) => {
    const image = new Image(${String(size)}, ${String(size)});
    image.onerror = reject;
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: ${String(size)}, height: ${String(size)} });
      canvas.getContext('2d').drawImage(image, 0, 0, ${String(size)}, ${String(size)});
      resolve(canvas.toDataURL('image/png'));
    };
    image.src = ${JSON.stringify(address)};
  })`;
  const png = /** @type {string} */ (await window.webContents.executeJavaScript(script));
  return Buffer.from(png.replace(/^.*,/, ''), 'base64');
}

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,');
  const svg = readFileSync(path.join(assets, 'icon.svg')).toString('base64');
  /** @type {Map<number, Buffer>} */
  const pictures = new Map();
  for (const size of sizes) {
    pictures.set(size, await drawn(window, `data:image/svg+xml;base64,${svg}`, size));
  }
  mkdirSync(path.join(assets, 'icons'), { recursive: true });
  for (const [size, png] of pictures) {
    writeFileSync(path.join(assets, 'icons', `${String(size)}x${String(size)}.png`), png);
  }
  writeFileSync(path.join(assets, 'icon.ico'), icoFile(pictures));
  writeFileSync(path.join(assets, 'icon.icns'), icnsFile(pictures));
  app.exit(0);
});
