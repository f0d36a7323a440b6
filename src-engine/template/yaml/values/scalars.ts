/** Reads a scalar value as Ruby would, reporting what its author may not expect. */
import type { Scalar } from 'yaml';
import type { Report, TemplateProblemCode } from '../../problem-codes.ts';
import type { Place, ScalarNode } from '../node.ts';
import type { RubyScalar, ScalarTrap } from './ruby-scalar.ts';
import type { KnownTag } from './tags.ts';
import { quote } from '../../quote.ts';
import { readRubyScalar } from './ruby-scalar.ts';

const VARIABLE = /\$\{[A-Za-z_]\w*\}/;

const TRAPS: Record<ScalarTrap, { code: TemplateProblemCode; tell: (value: string) => string }> = {
  date: { code: 'unquoted-date', tell: () => 'a date or time, which Ruby refuses to load' },
  symbol: { code: 'symbol-scalar', tell: () => 'read as a Ruby symbol, not as text' },
  'word-boolean': { code: 'word-boolean', tell: (value) => `read as ${value}` },
  'base-60': { code: 'base-60-number', tell: (value) => `read as a number of base 60: ${value}` },
  octal: { code: 'octal-number', tell: (value) => `read as an octal number: ${value}` },
  'not-finite': { code: 'not-finite-number', tell: (value) => `read as ${value}` },
  'not-a-number': { code: 'text-not-number', tell: () => 'read as text, not as a number' },
  large: { code: 'large-number', tell: (value) => `too large to be kept exactly; it is shown as ${value}` },
};

export function readScalar(node: Scalar, tag: KnownTag, place: Place, report: Report): ScalarNode {
  const text = typeof node.value === 'string' ? node.value : '';
  const source = node.source ?? text;
  if (VARIABLE.test(text)) {
    report(
      'not-interpolated',
      place,
      `The value ${quote(text)} is taken literally; variables are not filled in.`,
    );
  }
  const read = rubyValue(node, tag, text);
  if (read.trap !== undefined) {
    const { code, tell } = TRAPS[read.trap];
    report(code, place, `The value ${quote(text)} is ${tell(String(read.value))}.`);
  }
  return { kind: 'scalar', type: read.type, value: read.value, source, place };
}

function rubyValue(node: Scalar, tag: KnownTag, text: string): RubyScalar {
  if (tag === 'text') return { type: 'string', value: text };
  if (tag === 'float') return { type: 'float', value: Number(readRubyScalar(text).value) };
  if (tag === 'none' && node.type !== 'PLAIN') return { type: 'string', value: text };
  return readRubyScalar(text);
}
