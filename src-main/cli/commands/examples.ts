/** `examples`: lists the examples, shows one, or copies one. */
import { join, relative, resolve } from 'node:path';
import { didYouMean } from '../engine.ts';
import type { ExitCode } from '../exit-codes.ts';
import { EXIT } from '../exit-codes.ts';
import type { Example } from '../../files/example-files.ts';
import { copyExample, findExamplesFolder, readExamples } from '../../files/example-files.ts';
import type { Io } from '../io.ts';
import { coloursFor, widthOf, writeLines } from '../io.ts';
import { renderExample, renderExampleList } from '../render/examples.ts';

export interface ExamplesOptions {
  readonly copy?: string;
  readonly color: boolean;
}

export async function examples(
  name: string | undefined,
  options: ExamplesOptions,
  io: Io,
): Promise<ExitCode> {
  const colours = coloursFor(io.stdout, io, options.color);
  if (name === undefined && options.copy !== undefined) {
    return fail(
      io,
      'Name the example to copy, e.g. tasker-workbench examples 01 --copy my-workflows',
      EXIT.usage,
    );
  }
  const root = await findExamplesFolder(io.examplesFolders);
  if (root === undefined)
    return fail(io, `The examples are not installed; looked in ${io.examplesFolders.join(', ')}`);
  const all = await readExamples(root);
  if (name === undefined) {
    writeLines(io.stdout, renderExampleList(all, widthOf(io.stdout), colours));
    return EXIT.ok;
  }
  const found = findExample(all, name);
  if (found === undefined) return fail(io, unknownExample(all, name));
  const folder = join(root, found.name);
  if (options.copy !== undefined) return copy(found, folder, options.copy, io);
  writeLines(io.stdout, renderExample(found, shortPath(folder, io), widthOf(io.stdout), colours));
  return EXIT.ok;
}

/** By the folder's whole name, its number, its words, or the name of a template in it. */
function findExample(all: readonly Example[], name: string): Example | undefined {
  const wanted = name.replace(/\/$/, '');
  return all.find((example) => namesOf(example).includes(wanted));
}

function namesOf({ name, templates }: Example): readonly string[] {
  const [, number = '', words = ''] = /^(\d+)-(.*)$/.exec(name) ?? [];
  const files = templates.map(({ file }) => file.replace(/\.ya?ml$/, ''));
  return [name, number, number.replace(/^0+/, ''), words, ...files].filter((each) => each !== '');
}

function unknownExample(all: readonly Example[], name: string): string {
  const hint = didYouMean(name, all.flatMap(namesOf)) ?? 'tasker-workbench examples lists them.';
  return `There is no example ${JSON.stringify(name)}. ${hint}`;
}

async function copy(example: Example, folder: string, target: string, io: Io): Promise<ExitCode> {
  try {
    const { copied, taken } = await copyExample(folder, resolve(io.cwd, target));
    if (taken.length > 0)
      return fail(io, `Nothing was copied: ${taken.join(', ')} would be overwritten in ${target}`);
    const template = join(target, example.templates[0]?.file ?? '');
    writeLines(io.stdout, [
      `Copied ${copied.length} files to ${target}. Try:`,
      `  tasker-workbench simulate ${template}`,
    ]);
    return EXIT.ok;
  } catch (error) {
    return fail(io, `Cannot copy to ${target}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The path a user would type, where that is shorter. */
function shortPath(path: string, { cwd }: Io): string {
  const fromHere = relative(cwd, path);
  return fromHere.length < path.length && fromHere !== '' ? fromHere : path;
}

function fail(io: Io, message: string, code: ExitCode = EXIT.badInput): ExitCode {
  io.stderr.write(`error: ${message}\n`);
  return code;
}
