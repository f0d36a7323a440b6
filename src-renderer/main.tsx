/** Entry of the page: puts the workbench on the screen, then starts everything that works behind it. */
import './ui/theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { start } from './start.ts';
import { followTheme } from './ui/theme.ts';

followTheme();
const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
start();
