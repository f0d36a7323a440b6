/** The examples as text: the list, and one of them in full. */
import { join } from 'node:path';
import type { Example, ExampleTemplate } from '../../files/example-files.ts';
import type { Colours } from '../io.ts';
import { counted, cut, padEnd, printable, textWidth, wrap } from './text.ts';

export function renderExampleList(
  all: readonly Example[],
  width: number,
  colours: Colours,
): readonly string[] {
  const count = all.flatMap(({ templates }) => templates.flatMap(({ scenarios }) => scenarios)).length;
  return [
    ...all.flatMap(({ name, templates }) => [
      colours.bold(name),
      ...templates.flatMap((template) => listTemplate(template, width, colours)),
      '',
    ]),
    `${counted(all.length, 'example')}, ${counted(count, 'scenario')}. Show one: tasker-workbench examples 01`,
  ];
}

function listTemplate(
  { title, file, scenarios }: ExampleTemplate,
  width: number,
  colours: Colours,
): readonly string[] {
  const names = scenarios.map((scenario) => shortName(scenario.file, file));
  const nameWidth = Math.max(0, ...names.map(textWidth)) + 2;
  return [
    `  ${printable(title)}`,
    ...scenarios.map((scenario, index) => {
      const name = colours.cyan(padEnd(names[index] ?? '', nameWidth));
      return `    ${name}${cut(printable(scenario.title), width - nameWidth - 4)}`;
    }),
  ];
}

/** `card-declined` for `order.card-declined.scenario.yaml`; the default has no name of its own. */
function shortName(scenarioFile: string, templateFile: string): string {
  const base = templateFile.replace(/\.ya?ml$/, '');
  const name = scenarioFile
    .slice(base.length)
    .replace(/\.scenario\.ya?ml$/, '')
    .replace(/^\./, '');
  return name === '' ? '(default)' : name;
}

export function renderExample(
  { name, templates }: Example,
  folder: string,
  width: number,
  colours: Colours,
): readonly string[] {
  return [
    colours.bold(name),
    `  ${join(folder, 'README.md')}`,
    ...templates.flatMap((template) => ['', ...showTemplate(template, folder, width, colours)]),
  ];
}

function showTemplate(
  { file, title, description, scenarios }: ExampleTemplate,
  folder: string,
  width: number,
  colours: Colours,
): readonly string[] {
  const path = join(folder, file);
  const [first] = scenarios;
  const other = scenarios[1] ?? first;
  return [
    colours.bold(printable(title)),
    `  ${path}`,
    ...paragraph(description, width, '  '),
    ...scenarios.flatMap((scenario) => [
      '',
      `  ${printable(scenario.title)}`,
      `    ${colours.cyan(scenario.file)}`,
      ...paragraph(scenario.description, width, '    '),
    ]),
    '',
    '  Run it:',
    `    tasker-workbench simulate ${path}`,
    ...(other === undefined
      ? []
      : [`    tasker-workbench simulate ${path} --scenario ${join(folder, other.file)}`]),
  ];
}

function paragraph(text: string, width: number, indent: string): readonly string[] {
  if (text.trim() === '') return [];
  return wrap(printable(text.trim()), width - indent.length).map((line) => `${indent}${line}`);
}
