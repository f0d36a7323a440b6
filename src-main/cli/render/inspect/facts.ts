/** Which database is looked at, how it is reached, and what its role could do beside reading. */
import type { ProductionFacts } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { printable } from '../text.ts';
import { block, paragraph } from './values.ts';

const LABEL = 10;

export function renderFacts(facts: ProductionFacts, width: number, colours: Colours): readonly string[] {
  const { title, server, isStandby, generation, schema, prefix, notes } = facts;
  const engine = generation === 'rails' ? 'Tasker for Rails' : 'tasker-core';
  // The engine says it in a sentence of its own as well.
  const others = notes.filter((note) => note !== `${engine} in schema ${schema}.`);
  const tables = prefix === '' ? 'tables without a prefix' : `tables ${printable(prefix)}…`;
  return [
    `${colours.dim('Database'.padEnd(LABEL))}${colours.bold(printable(title))}`,
    `${' '.repeat(LABEL)}${printable(server)}${isStandby ? ', a standby' : ''}, ${encryptionText(facts, colours)}`,
    `${colours.dim('Tasker'.padEnd(LABEL))}${engine}, schema ${printable(schema)}, ${tables}`,
    ...others.flatMap((note) => paragraph(note, width, ' '.repeat(LABEL))),
  ];
}

const ENCRYPTIONS: Readonly<Record<ProductionFacts['encryption'], string>> = {
  verified: 'encrypted and verified',
  unverified: 'encrypted, but not verified: it may be another server',
  none: 'not encrypted',
  tunnel: 'through a tunnel',
};

function encryptionText({ encryption }: ProductionFacts, { yellow }: Colours): string {
  const words = ENCRYPTIONS[encryption];
  return encryption === 'unverified' ? yellow(words) : words;
}

/** Why the connection is refused, and how to get one that is not. */
export function renderWritable(
  { title, writes, viewerScript }: ProductionFacts,
  width: number,
  colours: Colours,
): readonly string[] {
  return [
    `${colours.red('Refused:')} this role may do more than read (${printable(title)}).`,
    ...writes.flatMap((write) => bullet(write, width)),
    ...paragraph(
      'The workbench only reads, but a role that cannot write is a stronger promise. Connect with --anyway, or as a role that only reads. ' +
        'An administrator makes one with this (text to copy; nothing was run):',
      width,
      '',
    ),
    '',
    ...block(viewerScript, '  '),
  ];
}

/** With --anyway. */
export function renderAnyway(
  { writes }: ProductionFacts,
  width: number,
  colours: Colours,
): readonly string[] {
  if (writes.length === 0) return [];
  return [
    `${colours.yellow('This role may do more than read:')} the workbench only reads all the same.`,
    ...writes.flatMap((write) => bullet(write, width)),
  ];
}

function bullet(text: string, width: number): readonly string[] {
  return paragraph(text, width, '    ').map((line, index) => (index === 0 ? `  - ${line.slice(4)}` : line));
}
