// @vitest-environment happy-dom
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerCommands } from '../../../src-renderer/commands/registry.ts';
import { listenToKeys } from '../../../src-renderer/commands/shortcuts.ts';

const run = { save: vi.fn(), undo: vi.fn(), step: vi.fn(), toggle: vi.fn() };
let canStep = true;
let leave = (): void => {};

beforeAll(() => {
  registerCommands({
    'file.save': { run: run.save },
    'edit.undo': { run: run.undo },
    'run.step': { run: run.step, isEnabled: () => canStep },
    'run.toggle': { run: run.toggle },
  });
  leave = listenToKeys();
});
afterAll(() => leave());

beforeEach(() => {
  canStep = true;
  for (const each of Object.values(run)) each.mockClear();
  document.body.innerHTML = `
    <div data-scope="canvas"><p id="card"></p><button id="zoom"></button></div>
    <div data-scope="text"><textarea id="writing"></textarea></div>
    <div role="dialog"><input id="asked" /></div>`;
});

/** Whether the key was taken by the window. */
function press(target: string, key: string, held: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...held });
  // The simulated DOM knows no state of modifiers.
  event.getModifierState = (name) => name === 'Control' && held.ctrlKey === true;
  document.querySelector(target)?.dispatchEvent(event);
  return event.defaultPrevented;
}

describe('shortcuts', () => {
  it('work wherever the focus is, before any view sees them', () => {
    expect(press('#writing', 's', { ctrlKey: true })).toBe(true);
    expect(run.save).toHaveBeenCalledOnce();
  });

  it('leave undo to the text while somebody writes', () => {
    expect(press('#writing', 'z', { ctrlKey: true })).toBe(false);
    expect(run.undo).not.toHaveBeenCalled();
    press('#card', 'z', { ctrlKey: true });
    expect(run.undo).toHaveBeenCalledOnce();
  });

  it('of the canvas count on the canvas only, and leave its buttons their keys', () => {
    press('#card', ' ', { code: 'Space' });
    expect(run.toggle).toHaveBeenCalledOnce();
    press('#zoom', ' ', { code: 'Space' });
    press('#writing', ' ', { code: 'Space' });
    expect(run.toggle).toHaveBeenCalledOnce();
  });

  it('are silent while a dialog asks something', () => {
    press('#asked', 's', { ctrlKey: true });
    expect(run.save).not.toHaveBeenCalled();
  });

  it('that can do nothing now do not fall through to the browser', () => {
    canStep = false;
    expect(press('#card', 'F10')).toBe(true);
    expect(run.step).not.toHaveBeenCalled();
  });
});
