// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { layoutInBrowser } from '../../../src-renderer/platform/browser/browser-layouts.ts';

beforeEach(() => localStorage.clear());

describe('layouts in a browser', () => {
  it('are kept by the name of the file', async () => {
    await layoutInBrowser('a.yaml').saveLayout('{}');
    expect(await layoutInBrowser('a.yaml').readLayout()).toBe('{}');
    expect(await layoutInBrowser('b.yaml').readLayout()).toBeNull();
    await layoutInBrowser('a.yaml').saveLayout(null);
    expect(localStorage).toHaveLength(0);
  });

  it('have a limit', async () => {
    await expect(layoutInBrowser('a.yaml').saveLayout('x'.repeat(1_000_001))).rejects.toThrow('1 MB');
  });
});
