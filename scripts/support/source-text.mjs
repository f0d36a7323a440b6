/**
 * Source text with the parts blanked that a check must not look at. Lengths and line breaks stay, so a
 * position in the result is a position in the file.
 */

/** SQL without its comments; string literals and function bodies stay. */
export function sqlWithoutComments(text) {
  return text.replace(/'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith("'") ? part : blank(part),
  );
}

/**
 * TypeScript as three views: `code` has neither comments nor the insides of strings, `text` only no
 * comments, and `strings` lists every string and template literal with its position.
 */
export function typescriptViews(source) {
  const scanner = { source, at: 0, comments: [], strings: [], lastToken: '' };
  scanCode(scanner, false);
  const text = blankRanges(source, scanner.comments);
  const code = blankRanges(
    text,
    scanner.strings.map(({ start, end }) => [start, end]),
  );
  const strings = scanner.strings.map(({ start, end }) => ({ start, value: source.slice(start, end) }));
  return { text, code, strings };
}

/** Line number of a position, counted from 1. */
export function lineOf(text, position) {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < position; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** A slash after one of these begins a regular expression, after anything else it divides. */
const BEFORE_REGEX =
  /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|delete|void|throw|new|await|yield))$/;

function scanCode(scanner, isInTemplate) {
  let depth = 0;
  while (scanner.at < scanner.source.length) {
    const rest = scanner.source.slice(scanner.at, scanner.at + 2);
    const character = rest[0];
    if (rest === '//' || rest === '/*') skipComment(scanner, rest);
    else if (character === "'" || character === '"') readString(scanner, character);
    else if (character === '`') readTemplate(scanner);
    else if (character === '/' && BEFORE_REGEX.test(scanner.lastToken)) readRegex(scanner);
    else {
      if (character === '{') depth += 1;
      if (character === '}' && isInTemplate && depth === 0) return;
      if (character === '}') depth -= 1;
      if (!/\s/.test(character)) scanner.lastToken = (scanner.lastToken + character).slice(-12);
      else if (/\w$/.test(scanner.lastToken)) scanner.lastToken += ' ';
      scanner.at += 1;
    }
    scanner.lastToken = scanner.lastToken.trimEnd();
  }
}

function skipComment(scanner, opening) {
  const start = scanner.at;
  const close = opening === '//' ? '\n' : '*/';
  const found = scanner.source.indexOf(close, start + 2);
  scanner.at = found < 0 ? scanner.source.length : found + (opening === '//' ? 0 : 2);
  scanner.comments.push([start, scanner.at]);
}

function readString(scanner, quote) {
  const start = (scanner.at += 1);
  while (scanner.at < scanner.source.length && scanner.source[scanner.at] !== quote) {
    scanner.at += scanner.source[scanner.at] === '\\' ? 2 : 1;
  }
  scanner.strings.push({ start, end: scanner.at });
  scanner.at += 1;
  scanner.lastToken = '"';
}

/** A template literal: its text parts count as strings, what stands in ${} is code. */
function readTemplate(scanner) {
  let start = (scanner.at += 1);
  while (scanner.at < scanner.source.length && scanner.source[scanner.at] !== '`') {
    if (scanner.source.startsWith('${', scanner.at)) {
      scanner.strings.push({ start, end: scanner.at });
      scanner.at += 2;
      scanner.lastToken = '{';
      scanCode(scanner, true);
      start = scanner.at + 1;
    }
    scanner.at += scanner.source[scanner.at] === '\\' ? 2 : 1;
  }
  scanner.strings.push({ start, end: scanner.at });
  scanner.at += 1;
  scanner.lastToken = '"';
}

function readRegex(scanner) {
  let isInClass = false;
  const start = (scanner.at += 1);
  for (; scanner.at < scanner.source.length; scanner.at += 1) {
    const character = scanner.source[scanner.at];
    if (character === '\\') scanner.at += 1;
    else if (character === '[') isInClass = true;
    else if (character === ']') isInClass = false;
    else if (character === '\n' || (character === '/' && !isInClass)) break;
  }
  // A pattern is no string, but nothing in it is code either.
  scanner.comments.push([start, scanner.at]);
  scanner.at += 1;
  scanner.lastToken = ')';
}

function blankRanges(text, ranges) {
  let result = '';
  let at = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    result += text.slice(at, start) + blank(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}

function blank(part) {
  return part.replace(/[^\n]/g, ' ');
}
