/** Templates: pure functions of a text, and the files a host gives access to. Opens no database. */
import { parseOptions } from '../../template/parse-options.ts';
import { changeText } from '../../template/edit/text-change.ts';
import { describeTemplates } from '../views/describe-templates.ts';
import { templateView } from '../views/template-view.ts';
import type { EngineFiles, NotGranted, Unusable } from '../engine-host.ts';
import { os } from './implementer.ts';

const {
  parse,
  describe,
  edit,
  open,
  save,
  version,
  scenarios,
  lintConfig,
  layout,
  saveLayout,
  saveScenario,
} = os.templates;

export function templateProcedures(files: EngineFiles) {
  return {
    parse: parse.handler(({ input }) => templateView(input.text, parseOptions(input.environment))),
    describe: describe.handler(({ input: { files } }) => [...describeTemplates(files)]),
    edit: edit.handler(({ input, errors }) => {
      const changed = changeText(input.text, input.changes);
      if (changed.kind === 'refused') throw errors.BAD_CHANGE();
      return { text: changed.text, view: templateView(changed.text, parseOptions(input.environment)) };
    }),
    open: open.handler(async ({ input: { path }, errors }) => {
      const answer = usable(await files.open(path), errors);
      return { path, text: answer.text, version: answer.version };
    }),
    save: save.handler(async ({ input, errors }) => {
      const answer = usable(await files.save(input.path, input.text, input.version), errors);
      if (answer.kind === 'saved') return { version: answer.version };
      throw errors.FILE_CHANGED({ data: { text: answer.text, version: answer.version } });
    }),
    version: version.handler(async ({ input: { path }, errors }) => {
      const answer = usable(await files.version(path), errors);
      return { version: answer.version };
    }),
    scenarios: scenarios.handler(async ({ input: { path }, errors }) => {
      const answer = await files.scenarios(path);
      if ('kind' in answer) throw errors.NOT_GRANTED();
      return answer.map((scenario) => ({ ...scenario }));
    }),
    saveScenario: saveScenario.handler(async ({ input: { path, ...change }, errors }) =>
      usable(await files.saveScenario(path, change), errors),
    ),
    lintConfig: lintConfig.handler(async ({ input: { path }, errors }) => {
      const answer = await files.lintConfig(path);
      if (answer.kind === 'not_granted') throw errors.NOT_GRANTED();
      return { text: answer.text };
    }),
    layout: layout.handler(async ({ input: { path }, errors }) => {
      const answer = usable(await files.layout(path), errors);
      return { text: answer.text };
    }),
    saveLayout: saveLayout.handler(async ({ input: { path, text }, errors }) => {
      usable(await files.saveLayout(path, text), errors);
      return {};
    }),
  };
}

/** Folders a host gives access to. */
export function folderProcedures(files: EngineFiles) {
  return {
    list: os.folders.list.handler(async ({ input: { folder }, errors }) => {
      const answer = usable(await files.list(folder), errors);
      return { files: answer.files.map((file) => ({ ...file })), notes: [...answer.notes] };
    }),
  };
}

interface FileErrors {
  readonly NOT_GRANTED: () => Error;
  readonly FILE_UNUSABLE: (options: {
    readonly message: string;
    readonly data: { readonly hint: string };
  }) => Error;
}

/** The answer, when it is not that the file cannot be used; that is thrown as what it is. */
function usable<Answer extends { readonly kind: string }>(
  answer: Answer | Unusable | NotGranted,
  errors: FileErrors,
): Exclude<Answer, Unusable | NotGranted> {
  if (isUnusable(answer))
    throw errors.FILE_UNUSABLE({ message: answer.message, data: { hint: answer.hint } });
  if (answer.kind === 'not_granted') throw errors.NOT_GRANTED();
  // Both refusals are gone; the compiler cannot take them out of a type it does not know yet.
  return answer as Exclude<Answer, Unusable | NotGranted>;
}

function isUnusable(answer: { readonly kind: string }): answer is Unusable {
  return answer.kind === 'unusable';
}
