/** Every example template with its scenarios, as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const EXAMPLES = fileURLToPath(new URL('../../resources/examples', import.meta.url));

export interface ExampleFile {
  /** Path below the examples, e.g. `01-ecommerce-checkout/process_order.yaml`. */
  readonly path: string;
  readonly text: string;
}

export interface ExampleScenario extends ExampleFile {
  readonly template: ExampleFile;
}

export function exampleFolders(): readonly string[] {
  return readdirSync(EXAMPLES).filter((name) => /^\d\d-/.test(name));
}

export function exampleTemplates(): readonly ExampleFile[] {
  return exampleFolders().flatMap((folder) =>
    yamlFiles(folder).flatMap((name) => (name.endsWith('.scenario.yaml') ? [] : [read(`${folder}/${name}`)])),
  );
}

export function exampleScenarios(): readonly ExampleScenario[] {
  return exampleTemplates().flatMap((template) => {
    const [folder = '', file = ''] = template.path.split('/');
    const base = file.replace(/\.yaml$/, '');
    return yamlFiles(folder)
      .filter((name) => name.startsWith(`${base}.`) && name.endsWith('.scenario.yaml'))
      .map((name) => ({ ...read(`${folder}/${name}`), template }));
  });
}

export function read(path: string): ExampleFile {
  return { path, text: readFileSync(join(EXAMPLES, path), 'utf8') };
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(join(EXAMPLES, folder)).filter((name) => name.endsWith('.yaml'));
}
