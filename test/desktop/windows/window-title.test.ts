import { expect, test } from 'vitest';
import { windowTitle } from '../../../src-main/desktop/windows/window-title.ts';

test('the title says which document, and whether it is unsaved', () => {
  expect(windowTitle({ name: '', isDirty: false })).toBe('Tasker Workbench');
  expect(windowTitle({ name: 'order.yaml', isDirty: false })).toBe('order.yaml — Tasker Workbench');
  expect(windowTitle({ name: 'order.yaml', isDirty: true })).toBe('● order.yaml — Tasker Workbench');
});
