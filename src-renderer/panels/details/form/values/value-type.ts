/** The types a value can have, and what becomes of it when it gets another one. Pure. */
import type { Json } from '../../../../../src-engine/template/template.ts';
import { isList, isMap } from '../state/key-path.ts';

export const VALUE_TYPES = ['text', 'number', 'true/false', 'null', 'list', 'map'] as const;

export type ValueType = (typeof VALUE_TYPES)[number];

export function typeOf(value: Json): ValueType {
  if (value === null) return 'null';
  if (isList(value)) return 'list';
  if (typeof value === 'object') return 'map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'number' : 'true/false';
}

type Cast = (value: Json) => Json;

const CASTS: Readonly<Record<ValueType, Cast>> = {
  text: (value) => (typeof value === 'object' ? '' : String(value)),
  number: (value) => (typeof value === 'object' || !Number.isFinite(Number(value)) ? 0 : Number(value)),
  'true/false': (value) => value === true || value === 'true',
  null: () => null,
  list: (value) => {
    if (isList(value)) return value;
    return isMap(value) ? Object.values(value) : isEmpty(value) ? [] : [value];
  },
  map: (value) => (isMap(value) ? value : {}),
};

/** Keeps as much as the other type can hold. */
export function withType(value: Json, type: ValueType): Json {
  return CASTS[type](value);
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || value === false || value === 0;
}
