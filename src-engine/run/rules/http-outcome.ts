/** What an HTTP answer means to Tasker's API handler (orchestration reference, section 9.1). */
import type { Json } from '../../template/template.ts';

export type HttpOutcome =
  | { readonly kind: 'success' }
  /** `backoff`: whether an explicit wait is stored, from the header or by the table. */
  | { readonly kind: 'retryable'; readonly message: string; readonly backoff: boolean }
  | { readonly kind: 'permanent'; readonly message: string; readonly errorCode: string };

const BACK_OFF = new Set([429, 503]);
const PERMANENT = new Set([400, 401, 403, 404, 422]);

export function httpOutcome(status: number, body?: Json): HttpOutcome {
  if (status >= 200 && status <= 226) return { kind: 'success' };
  if (BACK_OFF.has(status)) {
    return { kind: 'retryable', message: `API call failed with retryable status ${status}`, backoff: true };
  }
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  if (PERMANENT.has(status)) {
    const message = `API call failed with permanent status ${status}: ${text}`;
    return { kind: 'permanent', message, errorCode: `HTTP_${status}` };
  }
  return {
    kind: 'retryable',
    message: `API call failed with server error ${status}: ${text}`,
    backoff: false,
  };
}
