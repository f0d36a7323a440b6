/**
 * Entry of the page. What stands in the document is painted first; the program, which is large, is read after that: a
 * person sees at once that something is coming.
 */
import './ui/theme/theme.css';

requestAnimationFrame(() => {
  setTimeout(() => void show(), 0);
});

async function show(): Promise<void> {
  const { showWorkbench } = await import('./workbench-page.tsx');
  const root = document.querySelector('#root');
  if (root === null) throw new Error('the page has no root');
  showWorkbench(root);
}
