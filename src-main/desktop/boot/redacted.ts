/** Takes out of a line for the log what says who the user is, or lets somebody in. Pure. */
import { homedir } from 'node:os';

const LONGEST = 4_000;

const SECRETS: readonly (readonly [RegExp, string])[] = [
  // Connection strings, whole: host and user are nobody's business either.
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s/@]*@\S+/gi, '<address>'],
  [/\b(?:postgres(?:ql)?|mysql|redis|amqps?|mongodb(?:\+srv)?):\/\/\S+/gi, '<address>'],
  [/\b(pass(?:word|wd)?|secret|token|api[-_]?key|authorization)\b(["']?\s*[:=]\s*)\S+/gi, '$1$2<hidden>'],
  // Texts in quotes are what a user wrote, more often than not.
  [/"(?:[^"\\\n]|\\.)*"/g, '"…"'],
];

export function redacted(line: string, home = homedir()): string {
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
  const hidden = SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), short);
  return home === '' ? hidden : hidden.replaceAll(home, '~');
}
