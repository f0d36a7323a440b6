/** Keeps Monaco's colours and type those of the page, whatever changes them. */
import { monaco } from './monaco.ts';
import { themeData } from './theme-data.ts';

const NAME = 'workbench';

export function followTheme(): () => void {
  const root = document.documentElement;
  const show = (): void => {
    const computed = getComputedStyle(root);
    const isDark = root.dataset['theme'] === 'dark';
    monaco.editor.defineTheme(
      NAME,
      themeData(isDark, (name) => computed.getPropertyValue(name)),
    );
    monaco.editor.setTheme(NAME);
  };
  show();
  const observer = new MutationObserver(show);
  observer.observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  // Widths that were measured with the font before the right one came would put the cursor beside the letters.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
  return () => observer.disconnect();
}

export function codeFont(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--font-code').trim();
}
