/** Writes a text that fits a parsed pattern. */
import type { PatternNode } from './pattern-parser.ts';
import { toRegExp } from '../validate/keywords/regular-expression.ts';

/** Tried in this order where a set of characters is asked for. */
const ALPHABET = [
  ...lettersFrom('a'),
  ...lettersFrom('A'),
  ...lettersFrom('0', 10),
  ...Array.from('_-. @/:,;+#%&=!?()[]{}<>|~^*$"\'`\\\t\n'),
];
const LONGEST = 10_000;

/** `extra` stretches open-ended counts, `variant` picks another character in each place where there is a choice. */
export function writePattern(node: PatternNode, extra: number, variant: number): string | undefined {
  switch (node.kind) {
    case 'character':
      return character(node.source, variant);
    case 'choice': {
      const option = node.options[variant % node.options.length] ?? node.options[0];
      return option === undefined ? '' : writePattern(option, extra, variant);
    }
    case 'repeat': {
      const count = Math.min(node.least + extra, node.most, LONGEST);
      const part = writePattern(node.part, extra === 0 ? 0 : 1, variant);
      return part === undefined || part.length * count > LONGEST ? undefined : part.repeat(count);
    }
    case 'sequence':
      return sequence(node.parts, extra, variant);
    default:
      return undefined;
  }
}

function sequence(parts: readonly PatternNode[], extra: number, variant: number): string | undefined {
  let text = '';
  for (const part of parts) {
    const written = writePattern(part, extra, variant);
    if (written === undefined) return undefined;
    text += written;
  }
  return text;
}

function character(source: string, variant: number): string | undefined {
  if (source.length === 1 && source !== '.') return source;
  const expression = toRegExp(`^(?:${source})$`, 'strict');
  const fitting = expression === undefined ? [] : ALPHABET.filter((letter) => expression.test(letter));
  return fitting[variant % Math.max(fitting.length, 1)];
}

function lettersFrom(first: string, count = 26): readonly string[] {
  return Array.from({ length: count }, (_, index) => String.fromCharCode(first.charCodeAt(0) + index));
}
