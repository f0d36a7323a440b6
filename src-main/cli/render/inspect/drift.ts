/** Where a template and what the database knows of it part. */
import type { Drift } from '../../inspect/production.ts';
import type { Colours } from '../../io.ts';
import { counted, printable } from '../text.ts';
import { renderColumns } from './columns.ts';
import { paragraph } from './values.ts';

export function isDrifted({ known, rows }: Drift): boolean {
  return !known || rows.length > 0;
}

export function renderDrift(drift: Drift, file: string, width: number, colours: Colours): readonly string[] {
  const { known, rows, versions, comparedTask } = drift;
  const path = printable(file);
  if (!known) return [colours.red(`✗ The database knows no task as in ${path}.`), ...others(drift, width)];
  const compared =
    comparedTask === null
      ? 'There is no task of it to compare the edges with.'
      : `The edges are those of task ${printable(comparedTask)}.`;
  if (rows.length === 0) {
    return [colours.green(`✓ ${path} and the database say the same.`), `  ${compared}`];
  }
  return [
    ...renderColumns(
      [
        { title: 'What', cells: rows.map(({ what }) => what), isFlexible: true },
        { title: 'In the template', cells: rows.map(({ inTemplate }) => inTemplate), isFlexible: true },
        { title: 'In the database', cells: rows.map(({ inDatabase }) => inDatabase), isFlexible: true },
      ],
      width,
      colours,
    ),
    '',
    ...rows.flatMap(({ what, words }) => paragraph(`${what}: ${words}`, width, '  ')),
    '',
    `${colours.red(`✗ ${counted(rows.length, 'difference')}`)} between ${path} and the database. ${compared}`,
    ...(versions.length > 1 ? others(drift, width) : []),
  ];
}

function others({ versions }: Drift, width: number): readonly string[] {
  if (versions.length === 0) return [];
  return paragraph(`It knows of that name: ${versions.join(', ')}.`, width, '  ');
}
