/** The version of a file: a hash of its content, so that touching a file or saving the same again changes nothing. */
import { createHash } from 'node:crypto';

export function contentVersion(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
