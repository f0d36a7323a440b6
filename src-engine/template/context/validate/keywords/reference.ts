/** Finds the subschema a `$ref` means. Only references into the same document: nothing is fetched. */
import type { Json, JsonObject } from '../../../template.ts';
import { isArray, isObject, own } from '../../draft.ts';

export function resolveReference(root: JsonObject, reference: string): JsonObject | undefined {
  if (!reference.startsWith('#')) return undefined;
  let at: Json | undefined = root;
  for (const segment of segments(reference.slice(1))) {
    if (isArray(at)) at = at[Number(segment)];
    else at = isObject(at) ? own(at, segment) : undefined;
  }
  return isObject(at) ? at : undefined;
}

function segments(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => decode(segment).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
