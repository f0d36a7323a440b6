/** A JSON value as a tree that can be opened and closed, with the mouse or the arrow keys. */
import type { ComponentProps } from 'react';
import { JsonView } from 'react-json-view-lite';
import type { Json } from '../../../src-engine/template/template.ts';
import styles from './json-tree.module.css';

export interface JsonTreeProps {
  readonly label: string;
  readonly value: Json;
  /** Levels that are open at first; default 2. Long lists stay closed whatever their level. */
  readonly depth?: number;
}

/** Above this, opening is asked for: every entry is an element of the page. */
const LONG = 100;

const LOOK: NonNullable<ComponentProps<typeof JsonView>['style']> = {
  container: named('tree'),
  basicChildStyle: named('entry'),
  childFieldsContainer: named('children'),
  label: named('key'),
  clickableLabel: named('key'),
  nullValue: named('constant'),
  undefinedValue: named('constant'),
  booleanValue: named('constant'),
  numberValue: named('number'),
  stringValue: named('string'),
  otherValue: named('string'),
  punctuation: named('punctuation'),
  expandIcon: named('closed'),
  collapseIcon: named('opened'),
  collapsedContent: named('more'),
  ariaLables: { expandJson: 'Open', collapseJson: 'Close' },
  stringifyStringValues: true,
};

export function JsonTree({ label, value, depth = 2 }: JsonTreeProps) {
  if (typeof value !== 'object' || value === null)
    return <code className={styles['plain']}>{JSON.stringify(value)}</code>;
  return (
    <JsonView data={value} style={LOOK} shouldExpandNode={OPENED[depth] ?? twoLevels} aria-label={label} />
  );
}

/** The same function at every draw: another one would make the tree forget what was opened. */
function upTo(depth: number): (level: number, value: unknown) => boolean {
  return (level, value) => level < depth && !(typeof value === 'object' && value !== null && isLong(value));
}

const twoLevels = upTo(2);
const OPENED: Readonly<Record<number, (level: number, value: unknown) => boolean>> = {
  1: upTo(1),
  3: upTo(3),
};

function isLong(value: object): boolean {
  return Object.keys(value).length > LONG;
}

function named(name: string): string {
  return styles[name] ?? '';
}
