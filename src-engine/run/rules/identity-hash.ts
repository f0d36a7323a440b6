/**
 * The identity of a task request under the `hash` strategy (template reference, section 9): equal requests of one
 * minute get equal hashes. Namespace, version and tags are left out, as they are upstream.
 */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../template/template.ts';

export interface IdentityRequest {
  readonly name: string;
  readonly initiator: string;
  readonly source_system: string;
  readonly context: JsonObject;
  readonly reason: string;
  /** `null` counts as an empty list. */
  readonly bypass_steps: readonly string[] | null;
  /** Milliseconds since 1970, UTC. */
  readonly requestedAt: number;
}

/** Lower-case hex SHA-256 of the request's JSON text. */
export function hashIdentity(request: IdentityRequest): string {
  return createHash('sha256').update(identityText(request), 'utf8').digest('hex');
}

/**
 * The text that is hashed. Two limits of the language remain: keys that look like array indexes come first, and a
 * float without fraction has no `.0`; contexts with either get another hash than Rails would give.
 */
export function identityText(request: IdentityRequest): string {
  return railsJson({
    name: request.name,
    initiator: request.initiator,
    source_system: request.source_system,
    context: request.context,
    reason: request.reason,
    bypass_steps: request.bypass_steps ?? [],
    requested_at: minuteOf(request.requestedAt),
  });
}

/** Rails escapes what could end a script element or a line of script; hashes only agree when we do the same. */
function railsJson(value: JsonObject): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function minuteOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}
