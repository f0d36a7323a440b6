/** What the scenario schema allows at a place: read from the JSON schema that is generated from it. */
import { z } from 'zod';
import { scenarioSchema } from '../scenario.ts';
import type { ScenarioPath } from './scenario-source.ts';

type Schema = z.core.JSONSchema._JSONSchema;
type ObjectSchema = Exclude<Schema, boolean>;

export interface Allowed {
  readonly keys: readonly string[];
  /** Values of a closed list; empty when there is none. */
  readonly values: readonly string[];
  readonly description: string | undefined;
}

let root: ObjectSchema | undefined;

/**
 * Keys and values that may stand at `path` inside `value`. Where the schema has alternatives, those that `value` has
 * chosen by its discriminating key, else all of them.
 */
export function allowedAt(path: ScenarioPath, value: unknown): Allowed {
  root ??= z.toJSONSchema(scenarioSchema, { io: 'input' });
  let schemas = alternatives([root], value);
  let description = schemas[0]?.description;
  let here = value;
  for (const segment of path) {
    here = childOf(here, segment);
    const next = schemas.flatMap((schema) => childSchema(schema, segment));
    description = next[0]?.description;
    schemas = alternatives(next, here);
  }
  return {
    keys: unique(schemas.flatMap((schema) => Object.keys(schema.properties ?? {}))),
    values: unique(schemas.flatMap((schema) => [...(schema.enum ?? []), ...constOf(schema)]).map(String)),
    description,
  };
}

function childSchema(schema: ObjectSchema, segment: PropertyKey): ObjectSchema[] {
  const own = typeof segment === 'string' ? schema.properties?.[segment] : undefined;
  const items = Array.isArray(schema.items) ? undefined : schema.items;
  const found = own ?? (typeof segment === 'number' ? items : schema.additionalProperties);
  return typeof found === 'object' && found !== null ? [found] : [];
}

function alternatives(schemas: readonly ObjectSchema[], value: unknown): ObjectSchema[] {
  return schemas.flatMap((schema) => {
    const options = (schema.anyOf ?? schema.oneOf ?? []).filter((option) => typeof option === 'object');
    if (options.length === 0) return [schema];
    const chosen = options.filter((option) => isChosen(option, value));
    return alternatives(chosen.length > 0 ? chosen : options, value);
  });
}

/** Whether the value carries the constants that this alternative asks for (`outcome: http`, `do: cancel_step`). */
function isChosen(option: ObjectSchema, value: unknown): boolean {
  const constants = Object.entries(option.properties ?? {}).flatMap(([key, schema]) =>
    typeof schema === 'object' && schema.const !== undefined ? [[key, schema.const] as const] : [],
  );
  return constants.length > 0 && constants.every(([key, constant]) => childOf(value, key) === constant);
}

function constOf(schema: ObjectSchema): readonly unknown[] {
  return schema.const === undefined ? [] : [schema.const];
}

function childOf(value: unknown, segment: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, segment) : undefined;
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}
