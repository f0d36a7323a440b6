/** Makes one value for a schema: a given one where the schema has some, otherwise one built for its type. */
import type { Json, JsonObject } from '../../template.ts';
import { canonical, draftOf, isArray, isObject, own, ownArray } from '../draft.ts';
import { isValidValue } from '../validate/is-valid.ts';
import { effectiveSchema } from './effective-schema.ts';
import { sampleArray } from './sample-array.ts';
import { sampleNumber } from './sample-number.ts';
import { sampleObject } from './sample-object.ts';
import { sampleString } from './sample-string.ts';

type Maker = (schema: JsonObject, sampler: Sampler) => Json;

const MAKERS: ReadonlyMap<string, Maker> = new Map<string, Maker>([
  ['object', sampleObject],
  ['array', sampleArray],
  ['string', (schema, sampler) => sampleString(schema, sampler.variant)],
  ['integer', (schema, sampler) => sampleNumber(schema, true, sampler.variant)],
  ['number', (schema, sampler) => sampleNumber(schema, false, sampler.variant)],
  ['boolean', (_schema, sampler) => sampler.variant % 2 === 0],
  ['null', () => null],
]);

/** Keywords that tell the type where the schema does not. */
const TELLTALES: readonly (readonly [string, string])[] = [
  ['properties', 'object'],
  ['required', 'object'],
  ['patternProperties', 'object'],
  ['items', 'array'],
  ['minItems', 'array'],
  ['minimum', 'number'],
  ['maximum', 'number'],
  ['multipleOf', 'number'],
];

/** A schema may contain itself; somewhere the sample must end. */
const DEEPEST = 12;
const MOST_VALUES = 20_000;

export class Sampler {
  readonly #root: JsonObject;
  #depth = 0;
  #left = MOST_VALUES;
  /** Which of several equally good values is wanted: items of a unique array differ by it. */
  variant = 0;

  constructor(root: JsonObject) {
    this.#root = root;
  }

  /** True where optional things had better be left out. */
  get isDeep(): boolean {
    return this.#depth > DEEPEST || this.#left <= 0;
  }

  sample(schema: JsonObject, variant = 0): Json {
    const outer = this.variant;
    this.variant = variant;
    this.#depth += 1;
    this.#left -= 1;
    const value = this.#value(effectiveSchema(schema, this.#root));
    this.#depth -= 1;
    this.variant = outer;
    return value;
  }

  #value(schema: JsonObject): Json {
    const given = this.#given(schema);
    if (given !== undefined) return given;
    if (this.#depth > 2 * DEEPEST || this.#left <= 0) return null;
    return (MAKERS.get(typeToMake(schema)) ?? ((): Json => 'sample'))(schema, this);
  }

  /** A value that the schema itself names and allows; for a variant, one further on if there are that many. */
  #given(schema: JsonObject): Json | undefined {
    const binding = [own(schema, 'const'), ...ownArray(schema, 'enum')];
    const named = [
      own(schema, 'default'),
      ...binding,
      ...ownArray(schema, 'examples'),
      own(schema, 'example'),
    ];
    const seen = new Set<string>();
    let last: Json | undefined;
    for (const value of named) {
      if (value === undefined || !isValidValue(schema, value, this.#root)) continue;
      const text = canonical(draftOf(value));
      if (seen.has(text)) continue;
      if (seen.size === this.variant) return value;
      seen.add(text);
      last = value;
    }
    // Where only named values are allowed, the last one must do; otherwise another can be made.
    return binding.some((value) => value !== undefined) ? last : undefined;
  }
}

function typeToMake(schema: JsonObject): string {
  const type = own(schema, 'type');
  if (typeof type === 'string') return type;
  if (isArray(type)) {
    const names = type.filter((name) => typeof name === 'string');
    return names.find((name) => name !== 'null') ?? names[0] ?? 'string';
  }
  return (
    TELLTALES.find(([key]) => own(schema, key) !== undefined)?.[1] ??
    (isObject(own(schema, 'not')) ? 'boolean' : 'string')
  );
}
