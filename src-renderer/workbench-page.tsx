/** Puts the workbench on the screen, then starts everything that works behind it. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { start } from './start.ts';
import { followTheme } from './ui/theme/theme.ts';

export function showWorkbench(root: Element): void {
  followTheme();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
  start();
}
