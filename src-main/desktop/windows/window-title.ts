/** What stands in the title bar. Pure. */
import type { DocumentState } from '../../../src-shared/desktop/bridge.ts';

export const APP_TITLE = 'Tasker Workbench';

export function windowTitle({ name, isDirty }: DocumentState): string {
  if (name === '') return APP_TITLE;
  return `${isDirty ? '● ' : ''}${name} — ${APP_TITLE}`;
}
