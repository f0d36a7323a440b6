import { describe, expect, test } from 'vitest';
import { fitted, textWidth } from '../../src-engine/export/picture/text-width.ts';
import { MINIMAL, withSteps } from '../template/texts.ts';
import { exported, HOSTILE, textOf, VALID, xmlTrouble } from './exports.ts';

const BOX =
  /^ {2}s\d+\["[\p{L}\p{M}\p{N} _.,:/()+=?!'#;-]*(?:<br\/>[\p{L}\p{M}\p{N} _.,:/()+=?!'#;-]*){2}"\]$/u;
const ARROW = /^ {2}s\d+ --> s\d+$/;
const DIAMOND = withSteps(
  '- { name: a, handler_class: A }',
  '- { name: b, handler_class: B, depends_on_step: a, default_retry_limit: 1 }',
  '- { name: c, handler_class: C, depends_on_step: a, default_retryable: false }',
  '- { name: end, handler_class: M::D, depends_on_steps: [b, c] }',
);

describe('Mermaid', () => {
  test('steps are boxes, dependencies arrows', () => {
    expect(textOf(exported(DIAMOND, 'mermaid'))).toBe(`---
title: "default / orders 0.1.0"
---
flowchart TD
  s1["a<br/>A<br/>3 attempts"]
  s2["b<br/>B<br/>1 attempt"]
  s3["c<br/>C<br/>not retryable"]
  s4["end<br/>M::D<br/>3 attempts"]
  s1 --> s2
  s1 --> s3
  s2 --> s4
  s3 --> s4
`);
  });

  test('the direction is that of the export', () => {
    expect(textOf(exported(DIAMOND, 'mermaid', { direction: 'right' }))).toContain('flowchart LR\n');
  });

  test.each([...VALID, { name: 'hostile', text: HOSTILE }])('$name: nothing becomes syntax', ({ text }) => {
    const [head, title = '', line, flow, ...rest] = textOf(exported(text, 'mermaid')).trimEnd().split('\n');
    expect([head, line, flow]).toEqual(['---', '---', 'flowchart TD']);
    expect(() => JSON.parse(title.replace('title: ', ''))).not.toThrow();
    for (const each of rest) expect(BOX.test(each) || ARROW.test(each), each).toBe(true);
  });
});

describe('SVG', () => {
  test.each([...VALID, { name: 'hostile', text: HOSTILE }])(
    '$name is well-formed in all themes',
    ({ text }) => {
      for (const theme of ['light', 'dark', 'print'] as const) {
        const svg = textOf(exported(text, 'svg', { theme, direction: theme === 'dark' ? 'right' : 'down' }));
        expect(xmlTrouble(svg)).toBeUndefined();
        expect(svg).not.toMatch(/<script|href=|url\(|NaN|undefined/);
      }
    },
  );

  test('the graph is told in words', () => {
    const svg = textOf(exported(DIAMOND, 'svg'));
    expect(svg).toContain('<title id="title">default / orders 0.1.0</title>');
    expect(svg).toContain(
      '4 steps. a starts at once. b waits for a. c waits for a. end waits for b, c.</desc>',
    );
    expect(svg).toContain('<title>end: M::D, 3 attempts</title>');
    expect(svg.match(/<path /g)).toHaveLength(4);
  });

  test('a template without steps has a picture, too', () => {
    const text = `${MINIMAL.slice(0, MINIMAL.indexOf('step_templates'))}step_templates: []\n`;
    expect(xmlTrouble(textOf(exported(text, 'svg')))).toBeUndefined();
  });

  test('a long name ends in an ellipsis before the border of its card', () => {
    const long = 'W'.repeat(100);
    const svg = textOf(exported(MINIMAL.replace('name: fetch', `name: ${long}`), 'svg'));
    const shown = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(shown).not.toContain(long);
    expect(shown.some((text) => /^W{5,40}…$/.test(text ?? ''))).toBe(true);
  });

  test('what is cut to fit does fit', () => {
    const face = { size: 13, isBold: true };
    for (const text of ['validate_cart', 'x'.repeat(200), '日本語'.repeat(30), '🚀'.repeat(50)]) {
      expect(textWidth(fitted(text, 192, face), face)).toBeLessThanOrEqual(192);
    }
    expect(fitted('validate_cart', 192, face)).toBe('validate_cart');
  });
});
