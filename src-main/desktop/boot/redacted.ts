/** Takes out of a line for the log what says who the user is, or lets somebody in. Pure. */
import { homedir } from 'node:os';

const LONGEST = 4_000;

/** In quotes, also with spaces; or a word. */
const VALUE = String.raw`(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|\S+)`;
const DATABASES = '(?:postgres(?:ql)?|mysql|redis|amqps?|mongodb(?:\\+srv)?)';
const KEYS = '\\b[\\w-]{0,40}(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|authorization)';

const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Connection strings, whole: host and user are nobody's business either. A password that was not encoded may have spaces.
  [new RegExp(`\\b${DATABASES}://[^\\n@]{0,300}@\\S+`, 'gi'), '<address>'],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/@]*@\S+/gi, '<address>'],
  [new RegExp(`\\b${DATABASES}://\\S+`, 'gi'), '<address>'],
  [new RegExp(`(${KEYS}["']?\\s*[:=]\\s*)(?:(?:bearer|basic)\\s+)?${VALUE}`, 'gi'), '$1<hidden>'],
  // The other form of connection strings, and what the system says of a host that did not answer.
  [new RegExp(`\\b(host(?:addr)?|user|dbname)=${VALUE}`, 'gi'), '$1=<hidden>'],
  [/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH) \S+/g, '$1 <address>'],
  // Texts in quotes are what a user wrote, more often than not.
  [/"(?:[^"\\\n]|\\.)*"/g, '"…"'],
];

export function redacted(line: string, home = homedir()): string {
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
  const hidden = SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), short);
  return home === '' ? hidden : hidden.replaceAll(home, '~');
}
