import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RULE_CODES } from '../../src-engine/lint/registry.ts';

const PAGES = fileURLToPath(new URL('../../docs/rules', import.meta.url));

test('every rule has a page, and no page is left of a rule that is gone', () => {
  const pages = readdirSync(PAGES).map((name) => name.replace(/\.md$/, ''));
  expect(new Set(pages)).toEqual(new Set([...RULE_CODES, 'README']));
});
