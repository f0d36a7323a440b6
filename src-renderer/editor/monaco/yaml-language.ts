/** Completion and descriptions from the schema of templates. What is wrong with a text is told by our own checks alone. */
import { configureMonacoYaml } from 'monaco-yaml';
import schema from '../../../resources/schemas/template.schema.json';
import { monaco } from './monaco.ts';

export function setUpYaml(): void {
  configureMonacoYaml(monaco, {
    validate: false,
    // Nothing is ever fetched: the schema is part of the page.
    enableSchemaRequest: false,
    schemas: [{ uri: 'inmemory://schemas/template.schema.json', fileMatch: ['*'], schema }],
    hoverSchemaSource: false,
    // Tasker refuses anchors, and a formatter would undo how the text was written.
    hoverAnchor: false,
    format: { enable: false },
    // Optional keys are chosen by whoever writes the template, not added with the required ones.
    disableDefaultProperties: true,
  });
}
