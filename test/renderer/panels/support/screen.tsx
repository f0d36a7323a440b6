/** Puts a view on a screen that has a size, which a page without a window has not. */
import { cleanup, render } from '@testing-library/react';
import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import { afterEach, vi } from 'vitest';
import { EMPTY_VIEW, useDocument } from '../../../../src-renderer/store/document.ts';
import { useNotices } from '../../../../src-renderer/store/notices.ts';
import { usePreferences } from '../../../../src-renderer/store/preferences.ts';
import { showRun } from '../../../../src-renderer/store/run/run.ts';
import { clearSelection } from '../../../../src-renderer/store/selection.ts';

const SIZE = 480;

for (const side of ['offsetHeight', 'offsetWidth', 'clientHeight', 'clientWidth'])
  Object.defineProperty(HTMLElement.prototype, side, { configurable: true, get: () => SIZE });

export function show(view: ReactElement): ReturnType<typeof render> {
  return render(<Tooltip.Provider>{view}</Tooltip.Provider>);
}

/** What was put on the clipboard, newest last. */
export function clipboard(): readonly string[] {
  const texts: string[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
    texts.push(text);
    return Promise.resolve();
  });
  return texts;
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  showRun(null);
  clearSelection();
  useDocument.setState({ isOpen: false, text: '', view: EMPTY_VIEW });
  useNotices.setState({ notices: [] });
  usePreferences.setState(usePreferences.getInitialState());
});
