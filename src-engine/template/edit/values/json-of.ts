/** The plain value of a part of the parser's tree, as Ruby would hold it. */
import type { Node } from 'yaml';
import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { Json } from '../../template.ts';
import { readScalar } from '../../yaml/values/scalars.ts';
import { checkTag } from '../../yaml/values/tags.ts';

const NOWHERE = { segment: '', offset: 0, length: 0 } as const;

export function jsonOf(node: unknown): Json {
  if (!isNode(node)) return null;
  if (isScalar(node)) return scalarOf(node);
  if (isSeq(node)) return node.items.map(jsonOf);
  if (!isMap(node)) return null;
  return Object.fromEntries(
    node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', jsonOf(value)]),
  );
}

function scalarOf(node: Node): Json {
  return isScalar(node) ? readScalar(node, checkTag(node, NOWHERE, ignore), NOWHERE, ignore).value : null;
}

/** Names as most people write them, which need no closer look. */
const PLAIN_NAME = /^(?!(?:null|true|false|yes|no|on|off)$)[a-z_][\w-]*$/i;

/** A name: text that is not empty. */
export function nameOf(node: Node | undefined): string | undefined {
  if (!isScalar(node)) return undefined;
  if (node.tag === undefined && typeof node.value === 'string' && PLAIN_NAME.test(node.value))
    return node.value;
  const value = scalarOf(node);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isSameJson(a: Json, b: Json): boolean {
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((item, index) => isSameJson(item, b[index]))
    );
  }
  if (!isMapping(a) || !isMapping(b)) return a === b || (Number.isNaN(a) && Number.isNaN(b));
  const [one, other] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return (
    one.size === other.size &&
    [...one].every(([key, value]) => {
      const there = other.get(key);
      return there !== undefined && isSameJson(value, there);
    })
  );
}

function isMapping(value: Json): value is Exclude<Json, string | number | boolean | null | readonly Json[]> {
  return typeof value === 'object' && value !== null;
}

function ignore(): void {}
