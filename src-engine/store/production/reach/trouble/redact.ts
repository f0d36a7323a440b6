/** Takes secrets out of text that others wrote, before anybody reads it. */

const LONGEST = 300;
/** The patterns see no more, so that hostile text cannot keep them busy. */
const LOOKED_AT = 4_000;
const GONE = '…';

/** Whole URLs go, not only their passwords: a password may hold any character, an `@` or a space as well. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[\s\S]*@\S*/gi, '(a URL)'],
  [/\b[a-z][a-z0-9+.-]*:\/\/\S*/gi, '(a URL)'],
  // `user:password@host` without a scheme.
  [/[^\s:@/"']+:[^\s@]+@\S*/g, '(a URL)'],
  [/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, '(a key)'],
  // Quoted the way of a connection string, of JSON, or not at all.
  [
    /((?:pass(?:word|wd|phrase)?|pwd|secret|token)(?:["']?\s*[:=]\s*|\s+(?=["'])))(?:'(?:[^'\\]|\\.|'')*'|"(?:[^"\\]|\\.)*"|[^\s,;&}]+)/gi,
    `$1${GONE}`,
  ],
];

/** One line of at most 300 characters without URLs, passwords as `password=…` names them, keys, and `secrets`. */
export function redact(text: string, secrets: readonly string[] = []): string {
  // The longest first: a short one may be part of it, and would leave the rest standing.
  const forms = secrets.flatMap(formsOf).sort((a, b) => b.length - a.length);
  const without = (dirty: string) => forms.reduce((clean, form) => clean.replaceAll(form, GONE), dirty);
  let clean = without(text).slice(0, LOOKED_AT);
  for (const [pattern, instead] of PATTERNS) clean = clean.replaceAll(pattern, instead);
  // Again: a secret that was broken over lines is whole now.
  const line = without(clean.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim());
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}${GONE}`;
}

/** As it is, and as it stands in a URL, in JSON, and in a connection string. */
function formsOf(secret: string): string[] {
  if (secret === '') return [];
  // Half of a surrogate pair cannot be encoded.
  const wellFormed = Buffer.from(secret).toString();
  const forms = [
    secret,
    encodeURIComponent(wellFormed),
    encodeURI(wellFormed),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll(/[\\']/g, String.raw`\$&`),
    secret.replaceAll("'", "''"),
  ];
  return [...new Set(forms)];
}
