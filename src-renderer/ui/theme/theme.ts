/** Puts the theme the user chose, or the system's, on the page. */
import { platform } from '../../platform/current.ts';
import { usePreferences } from '../../store/preferences.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function followTheme(): void {
  const show = (): void => {
    const { theme } = usePreferences.getState();
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset['theme'] = shown;
  };
  platform.setTheme(usePreferences.getState().theme);
  usePreferences.subscribe(({ theme }, before) => {
    if (theme === before.theme) return;
    platform.setTheme(theme);
    show();
  });
  dark.addEventListener('change', show);
  show();
}
