import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app.tsx';
import { askForGroups } from './parts/articles.tsx';
import { listenForKeys } from './keys.ts';
import { tellPresence } from './presence.ts';
import { listenForScans } from './scan.ts';
import { listen } from './till.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');

// Scans first: what a scanner typed must not reach the keys.
listenForScans();
listenForKeys();
tellPresence();
listen();
askForGroups();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
