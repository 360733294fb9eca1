import { contextBridge, ipcRenderer } from 'electron';
import type { CustomerApi, CustomerView } from './contract/customer.ts';
import { customerChannel } from './contract/customer-channel.ts';

let last: CustomerView | null = null;
let listening: (view: CustomerView) => void = () => undefined;

// The till may tell before the page listens; it only ever tells.
ipcRenderer.on(customerChannel, (_event, view: CustomerView) => {
  last = view;
  listening(view);
});

const customer: CustomerApi = {
  onView: (listener) => {
    listening = listener;
    if (last !== null) listener(last);
  },
};

contextBridge.exposeInMainWorld('customer', customer);
