/** Scenarios as texts. The schema of scenarios is large: it is loaded with the first question. */
import type { KeyEdit } from '../contract/scenario-schemas.ts';
import type { Latency, Scenario } from '../../simulate/scenario.ts';
import { parseTemplate } from '../../template/parse-template.ts';
import { os } from './implementer.ts';
import { parseOptions } from '../../template/parse-options.ts';

const { scenarios } = os;

interface OfTemplate {
  readonly text: string;
  readonly environment?: string | undefined;
}

export function scenarioProcedures() {
  return {
    read: scenarios.read.handler(({ input }) => read(input.text, input.template)),
    edit: scenarios.edit.handler(async ({ input, errors }) => {
      const edited = await edit(input.text, input.edits);
      if (edited.kind === 'refused') {
        throw errors.EDIT_REFUSED({ message: edited.message, data: { hint: edited.hint } });
      }
      return { text: edited.text, ...(await read(edited.text, input.template)) };
    }),
    latency: scenarios.latency.handler(async ({ input }) => {
      const { pictureLatency } = await import('../../simulate/chance/picture-latency.ts');
      return pictureLatency(input.latency satisfies Latency);
    }),
    compare: scenarios.compare.handler(async ({ input }) => {
      const { compareScenarios } = await import('../../simulate/scenario-file/compare-scenarios.ts');
      return [...compareScenarios(input.left, input.right)];
    }),
  };
}

async function read(text: string, template: OfTemplate | undefined) {
  const { checkScenario, parseScenario } = await import('../../simulate/parse-scenario.ts');
  const parsed = parseScenario(text);
  if (parsed.kind === 'rejected') return { scenario: null, problems: [...parsed.problems] };
  const { scenario, source } = parsed;
  const checked =
    template === undefined ? undefined : parseTemplate(template.text, parseOptions(template.environment));
  const more = checked?.kind === 'parsed' ? checkScenario(scenario, checked.template, source) : [];
  return { scenario: scenario satisfies Scenario, problems: [...parsed.problems, ...more] };
}

async function edit(text: string, edits: readonly KeyEdit[]) {
  const { editScenario } = await import('../../simulate/scenario-file/edit-scenario.ts');
  return editScenario(text, edits);
}
