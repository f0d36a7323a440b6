/** What the schema of templates says about a key: one text for forms, completion and documentation. Pure. */
import schema from '../../../../../resources/schemas/template.schema.json';
import type { KeyPath } from '../../../../../src-engine/template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../../../../src-engine/template/template.ts';
import { isList, isMap, mapAt, own, textsAt } from './key-path.ts';

export type FormKind = 'template' | 'step' | 'context';

export interface KeyHelp {
  readonly description: string;
  /** Undefined where a missing key stands for nothing. */
  readonly default: Json | undefined;
  readonly example: Json | undefined;
  /** Most characters; undefined where there is no limit. */
  readonly maxLength: number | undefined;
  /** The first one, where several are allowed. */
  readonly type: string | undefined;
  readonly isRequired: boolean;
  /** Tolerated, and read by nobody. */
  readonly isNote: boolean;
}

const ROOT: JsonObject = schema;
const STARTS: Readonly<Record<FormKind, JsonObject>> = {
  template: ROOT,
  step: mapAt(ROOT, ['definitions', 'step']),
  context: mapAt(ROOT, ['definitions', 'context_schema']),
};

/** @param path From the template, the step or the context schema. */
export function helpFor(kind: FormKind, path: KeyPath): KeyHelp {
  let parent = STARTS[kind];
  let at = parent;
  for (const key of path) {
    parent = resolved(at);
    at = below(parent, key);
  }
  const whole = { ...resolved(at), ...at };
  const { description, maxLength, type } = whole;
  return {
    description: typeof description === 'string' ? description : '',
    default: own(whole, 'default'),
    example: exampleOf(whole),
    maxLength: typeof maxLength === 'number' ? maxLength : undefined,
    type: typeof type === 'string' ? type : undefined,
    isRequired: textsAt(parent, ['required']).includes(String(path.at(-1))),
    isNote: own(whole, 'doNotSuggest') === true,
  };
}

/** The keys that the schema knows below a path, in its order. */
export function knownKeys(kind: FormKind, path: KeyPath = []): readonly string[] {
  let at = resolved(STARTS[kind]);
  for (const key of path) at = resolved(below(at, key));
  return Object.keys(mapAt(at, ['properties']));
}

function below(parent: JsonObject, key: string | number): JsonObject {
  if (typeof key === 'number') return mapAt(parent, ['items']);
  const listed = own(mapAt(parent, ['properties']), key);
  return isMap(listed) ? listed : mapAt(parent, ['additionalProperties']);
}

function resolved(node: JsonObject): JsonObject {
  const reference = own(node, '$ref');
  if (typeof reference !== 'string') return node;
  return mapAt(ROOT, reference.split('/').slice(1));
}

function exampleOf(node: JsonObject): Json | undefined {
  const examples = own(node, 'examples');
  return isList(examples) ? examples[0] : undefined;
}
