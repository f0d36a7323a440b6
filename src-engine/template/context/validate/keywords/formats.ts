/** The four formats that Tasker's validator checks. */
export interface Format {
  readonly what: string;
  readonly isValid: (text: string) => boolean;
}

export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['date-time', { what: 'a valid RFC3339 date/time string', isValid: isDateTime }],
  ['ipv4', { what: 'a valid IPv4 address', isValid: isIpv4 }],
  ['ipv6', { what: 'a valid IPv6 address', isValid: isIpv6 }],
  ['uri', { what: 'a valid URI', isValid: isUri }],
]);

const DATE_TIME = /^(-?\d{4})-(\d\d)-(\d\d)[T\s](\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)$/i;

function isDateTime(text: string): boolean {
  const [, year, month, day, hour, minute, second] = (DATE_TIME.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return false;
  return (hour ?? 99) <= 23 && (minute ?? 99) <= 59 && (second ?? 99) <= 59;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return (
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
  );
}

/** Eight groups, of which one run of zeros may be written `::`, and the last two as an IPv4 address. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const endsInIpv4 = last?.includes('.') === true;
  if (endsInIpv4 && !isIpv4(last)) return false;
  const words = endsInIpv4 ? groups.slice(0, -1) : groups;
  if (!words.every((word) => /^[\da-f]{1,4}$/i.test(word))) return false;
  const count = words.length + (endsInIpv4 ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

const URI_PARTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)/;

/** As lenient as the Ruby library: a bare word is a relative reference and valid; what has a scheme must go on. */
function isUri(text: string): boolean {
  const [, scheme, authority, path = ''] = URI_PARTS.exec(text.trim()) ?? [];
  if (scheme !== undefined && !/^[a-z][\w.+-]*$/i.test(scheme)) return false;
  const host = authority?.replace(/^.*@/, '');
  if (scheme !== undefined && (host ?? '') === '' && path === '') return false;
  return host === undefined || !/[\s<>"{}|\\^`]/.test(host);
}
