/** Takes a task of production into the sandbox, as a run that stands at its moment. */
import { checkSource } from '../simulate/check-source.ts';
import type { ProfileName } from '../simulate/scenario.ts';
import type { RunSession } from '../simulate/session/run-session.ts';
import type { RunDesk } from '../simulate/session/run-desk.ts';
import { simulationSettings } from '../simulate/settings.ts';
import { AdoptionRefused } from '../simulate/adopt/adopt-session.ts';
import type { TaskCopy } from '../store/production/rows/task-copy.ts';
import { masked } from '../inspect/production/masking.ts';
import { scenarioOfCopy } from '../inspect/production/scenario-of-copy.ts';
import { templateOfCopy } from '../inspect/production/template-of-copy.ts';

export interface BringHome {
  readonly profile: ProfileName;
  readonly mask: readonly string[];
  readonly inProgress: 'goes_on' | 'lost';
  /** Statements that make the functions of that database; null or absent: those of the profile decide. */
  readonly lent?: readonly string[] | null;
}

export interface BroughtHome {
  readonly session: RunSession;
  readonly template: string;
  readonly scenario: string;
}

/** Throws an AdoptionRefused where the rows make no run. */
export async function bringHome(
  desk: RunDesk,
  original: TaskCopy,
  { profile, mask, inProgress, lent = null }: BringHome,
): Promise<BroughtHome> {
  const copy = masked(original, mask);
  const template = templateOfCopy(copy);
  if (template === null) {
    throw new AdoptionRefused(
      'These rows make no workflow: there are no steps, two of one name, or edges in a cycle. The notes on the task say which.',
    );
  }
  const scenario = scenarioOfCopy(copy, profile);
  const checked = await checkSource({
    text: template,
    scenario: { text: scenario, name: `Task ${copy.id}` },
  });
  if (checked.kind !== 'ready') {
    const first = checked.problems.find(({ severity }) => severity === 'error');
    throw new AdoptionRefused(`The rows make no valid workflow: ${first?.message ?? checked.kind}`);
  }
  const { source } = checked;
  const own = simulationSettings(source.template, source.scenario, {});
  const settings = lent === null ? own : { ...own, profile: { ...own.profile, functions: 'lent' as const } };
  const session = await desk.adopt({ copy, inProgress, source, settings, lent: lent ?? [] });
  return { session, template, scenario };
}
