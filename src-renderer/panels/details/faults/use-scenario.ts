/** The chosen scenario as the engine reads it: its value, what is wrong with it, and how to change it. */
import { useEffect, useState } from 'react';
import type { ReadScenario } from '../../../../src-engine/api/contract/scenario-schemas.ts';
import type { Scenario as ScenarioValue } from '../../../../src-engine/simulate/scenario.ts';
import { engine } from '../../../api/engine.ts';
import type { Scenario } from '../../../platform/platform.ts';
import { useDocument } from '../../../store/document.ts';

export interface ChosenScenario {
  /** Null when none is chosen. */
  readonly file: Scenario | null;
  /** Null while it is read, and when it has errors. */
  readonly value: ScenarioValue | null;
  readonly problems: ReadScenario['problems'];
}

export function useChosenScenario(): ChosenScenario {
  const file = useDocument(
    ({ scenarios, scenario }) => scenarios.find((each) => each.file === scenario) ?? null,
  );
  const template = useDocument((state) => state.text);
  const [read, setRead] = useState<{ readonly text: string; readonly answer: ReadScenario } | null>(null);
  const text = file?.text ?? null;
  useEffect(() => {
    if (text === null) return undefined;
    let isWanted = true;
    void engine()
      .then((client) => client.scenarios.read({ text, template: { text: template } }))
      .then((answer) => isWanted && setRead({ text, answer }))
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [text, template]);
  if (file === null) return { file, value: {}, problems: [] };
  // What was read last stays while a change of it is read: the form does not flicker.
  return {
    file,
    value: read?.answer.scenario ?? null,
    problems: read?.text === text ? read.answer.problems : [],
  };
}
