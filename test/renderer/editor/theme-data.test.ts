import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { themeData } from '../../../src-renderer/editor/monaco/theme-data.ts';

const CSS = readFileSync(new URL('../../../src-renderer/ui/theme/theme.css', import.meta.url), 'utf8');

/** Colours of a theme, by name. */
function coloursOf(theme: 'light' | 'dark'): (name: string) => string {
  const block = new RegExp(`data-theme='${theme}'\\] \\{([^}]*)\\}`).exec(CSS)?.[1] ?? '';
  const values = new Map(
    [...block.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
  return (name) => values.get(name) ?? '';
}

type Rgb = readonly number[];

const rgb = (hex: string): Rgb =>
  [0, 2, 4].map((at) => Number.parseInt(hex.replace('#', '').slice(at, at + 2), 16));
const mixed = (one: Rgb, other: Rgb): Rgb => one.map((value, index) => (value + (other[index] ?? 0)) / 2);

function luminance(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Rgb, other: Rgb): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const colours = coloursOf(name);
  const { rules, colors, base, inherit } = themeData(name === 'dark', colours);
  const colourOf = (token: string): string => rules.find((rule) => rule.token === token)?.foreground ?? '';

  test('tells keys, strings, numbers, truth values and comments apart', () => {
    const words = ['type', 'string', 'number', 'keyword', 'comment'].map(colourOf);
    expect(new Set(words).size).toBe(words.length);
    expect(words.every((word) => /^[0-9a-f]{6}$/.test(word))).toBe(true);
  });

  test('takes no words from Monaco, which has its own for YAML', () => {
    expect([base, inherit]).toEqual([name === 'dark' ? 'vs-dark' : 'vs', false]);
  });

  test('can be read: every word, also within the selected step', () => {
    const ground = rgb(colours('--surface-1'));
    const selected = mixed(rgb(colours('--accent-soft')), ground);
    for (const { token, foreground = '' } of rules) {
      expect({ token, isReadable: contrast(rgb(foreground), ground) >= 4.5 }).toEqual({
        token,
        isReadable: true,
      });
      expect({ token, isReadable: contrast(rgb(foreground), selected) >= 4.5 }).toEqual({
        token,
        isReadable: true,
      });
    }
  });

  test('can be read: numbers of lines', () => {
    const ground = rgb(colours('--surface-1'));
    for (const kind of ['foreground', 'activeForeground', 'dimmedForeground']) {
      expect(contrast(rgb(colors[`editorLineNumber.${kind}`] ?? ''), ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
});

test('a colour Monaco cannot read is left out, a short one is written in full', () => {
  const { colors, rules } = themeData(false, (name) => (name === '--text' ? ' #abc ' : 'rgb(0 0 0)'));
  expect(colors).toMatchObject({ 'editor.foreground': '#aabbcc' });
  expect(colors['editor.background']).toBeUndefined();
  expect(rules).toEqual([{ token: '', foreground: 'aabbcc' }]);
});
