/** The examples that come with the workbench: read only. */
import type { EngineExamples } from '../engine-host.ts';
import { os } from './implementer.ts';

export function exampleProcedures(examples: EngineExamples) {
  return {
    list: os.examples.list.handler(async () => {
      const all = await examples.list();
      return all.map(({ name, templates }) => ({
        name,
        templates: templates.map((template) => ({ ...template, scenarios: [...template.scenarios] })),
      }));
    }),
    open: os.examples.open.handler(async ({ input: { example, file }, errors }) => {
      const opened = await examples.open(example, file);
      if (opened === undefined) throw errors.NO_SUCH_EXAMPLE();
      return { ...opened, scenarios: [...opened.scenarios] };
    }),
  };
}
