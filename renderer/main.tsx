import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { App } from './app.tsx';
import { askForShelf } from './parts/articles.tsx';
import { keepFocus } from './focus.ts';
import { listenForKeys } from './keys.ts';
import { tellPresence } from './presence.ts';
import { listenForScans } from './scan.ts';
import { listen } from './till.ts';
import { listenForFingers } from './touched.ts';
import { listenForTyping } from './typed.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');

// The field first, so that what a scanner types into it is taken out again; what it typed must not reach the keys.
listenForTyping();
listenForScans();
listenForKeys();
listenForFingers();
keepFocus();
tellPresence();
listen();
askForShelf();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
