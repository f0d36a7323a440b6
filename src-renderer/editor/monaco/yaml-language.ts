/** Completion and descriptions from the schema of templates. What is wrong with a text is told by our own checks alone. */
import type { languages } from 'monaco-editor/editor';
import { configureMonacoYaml } from 'monaco-yaml';
import schema from '../../../resources/schemas/template.schema.json';
import { isInProse } from '../places/prose.ts';
import { monaco } from './monaco.ts';

export function setUpYaml(): void {
  const { registerCompletionItemProvider } = monaco.languages;
  const silentInProse: typeof registerCompletionItemProvider = (selector, provider) =>
    registerCompletionItemProvider(selector, outsideOfProse(provider));
  configureMonacoYaml(
    { ...monaco, languages: { ...monaco.languages, registerCompletionItemProvider: silentInProse } },
    {
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
    },
  );
}

/**
 * Every space asks for keys: in prose, Enter would then take one instead of beginning a line, and a large text would be
 * read anew with every word.
 */
function outsideOfProse(provider: languages.CompletionItemProvider): languages.CompletionItemProvider {
  return {
    ...provider,
    provideCompletionItems: (model, position, context, token) => {
      const before = model.getLineContent(position.lineNumber).slice(0, position.column - 1);
      return isInProse(before) ? undefined : provider.provideCompletionItems(model, position, context, token);
    },
  };
}
