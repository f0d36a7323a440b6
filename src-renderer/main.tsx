/** Entry of the page: puts the workbench on the screen. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.querySelector('#root');
if (root !== null) createRoot(root).render(<StrictMode>{null}</StrictMode>);
