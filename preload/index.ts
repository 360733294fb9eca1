import { contextBridge, ipcRenderer } from 'electron';
import { channels, type Reply, type TillApi } from './contract/api.ts';
import type { CallName } from './contract/calls.ts';

/** Calls back with what was told, never with the event: the event would hand the page a way to send anything. */
function listen(channel: string, listener: (told: never) => void): () => void {
  const heard = (_event: unknown, told: unknown): void => listener(told as never);
  ipcRenderer.on(channel, heard);
  return () => {
    ipcRenderer.removeListener(channel, heard);
  };
}

const till: TillApi = {
  call: <N extends CallName>(name: N, asks: unknown) =>
    ipcRenderer.invoke(channels.call, name, asks) as Promise<Reply<N>>,
  onView: (listener) => listen(channels.view, listener),
  onImportProgress: (listener) => listen(channels.importProgress, listener),
  onExportProgress: (listener) => listen(channels.exportProgress, listener),
};

contextBridge.exposeInMainWorld('till', till);
