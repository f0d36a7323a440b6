/** What the tests of exports have in common: real templates, a hostile one, and a strict look at XML. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportTemplate } from '../../src-engine/export/export-template.ts';
import type {
  Exported,
  ExportFormat,
  ExportNote,
  ExportOptions,
} from '../../src-engine/export/export-types.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import type { FixtureFile } from '../support/fixture-files.ts';
import { fixtureFiles } from '../support/fixture-files.ts';

const EXAMPLES = fileURLToPath(new URL('../../resources/examples/', import.meta.url));

const examples = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('.scenario.yaml'))
  .toSorted()
  .map((name): FixtureFile => ({ name, text: readFileSync(join(EXAMPLES, name), 'utf8') }));

/** Examples and published templates, valid or not. */
export const ALL: readonly FixtureFile[] = [...examples, ...fixtureFiles('upstream-templates')];
export const VALID = ALL.filter(({ text }) => parseTemplate(text).kind === 'parsed');

const NASTY = [
  'end',
  'a"]; x',
  '</title><script>alert(1)</script>',
  '`**bold**`',
  "it's #{system('x')}",
  'a\nb\u0000\u2028',
  '🚀 日本語',
  '&amp; %% #quot;',
];

/** Every name in it wants to become syntax somewhere. */
export const HOSTILE = `name: ${JSON.stringify('<&"\'>`]]>')}
task_handler_class: Shop
default_dependent_system: s
description: "=begin\\n=end\\n-*- coding: x -*-"
schema: { type: object, required: ["a'b", end], properties: { class: { type: string }, "#{x}": { type: string } } }
step_templates:
${NASTY.map((name, index) => stepLine(JSON.stringify(name), index)).join('')}`;

function stepLine(name: string, index: number): string {
  return `  - { name: ${name}, handler_class: "Shop::Step${index}", description: ${name} }\n`;
}

export function exported(text: string, format: ExportFormat, options: Partial<ExportOptions> = {}): Exported {
  const result = exportTemplate(text, format, { fileName: 'order.yaml', ...options });
  if (result.kind === 'exported') return result;
  throw new Error(`${result.message} ${result.problems.map(({ message }) => message).join(' ')}`);
}

/** Of the only file, or of the one with that name. */
export function textOf({ files }: Exported, name = files[0]?.name): string {
  const file = files.find((each) => each.name === name);
  if (file === undefined || !('text' in file)) throw new Error(`no text ${name}`);
  return file.text;
}

export function notesOn(notes: readonly ExportNote[], path: string): readonly string[] {
  return notes.filter((note) => note.path === path).map(({ message }) => message);
}

const TOKEN =
  /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#\d+);)*")*)\s*(\/?)>|((?:[^<&>]|&(?:amp|lt|gt|quot|#\d+);)+)/gy;

/** Why a text is not well-formed XML; undefined when it is. Stricter than XML: no CDATA, no comments, no prolog. */
export function xmlTrouble(text: string): string | undefined {
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    return 'a character XML does not have';
  const open: string[] = [];
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    at = TOKEN.lastIndex;
    const [, close, name = '', , empty] = match;
    if (name === '' || empty === '/') continue;
    if (close !== '/') open.push(name);
    else if (open.pop() !== name) return `</${name}> closes nothing`;
    if (at === text.length) break;
  }
  if (at !== text.length) return `unexpected: ${text.slice(at, at + 40)}`;
  return open.length === 0 ? undefined : `<${open.at(-1)}> is not closed`;
}
