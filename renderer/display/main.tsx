import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { CustomerApi } from '../../preload/contract/customer.ts';
import '../styles/tokens.css';
import '../styles/base.css';
import { CustomerDisplay } from './display.tsx';

declare global {
  interface Window {
    readonly customer: CustomerApi;
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('display.html has no root');
const drawn = createRoot(root);

window.customer.onView((view) => {
  document.documentElement.lang = view.language;
  drawn.render(
    <StrictMode>
      <CustomerDisplay view={view} />
    </StrictMode>,
  );
});
