/** The console in the browser. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { grantNonce } from './shell/nonce.ts';
import { reloadWhenRenewed } from './shell/renewed.ts';
import { startShade } from './shell/shade.ts';
import { startWords } from './words/index.ts';
import './styles.css';

grantNonce();
reloadWhenRenewed();
startShade();
startWords();
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
