/** Steps, scenarios and examples as items of a picker. */
import { BookOpen, FlaskConical } from 'lucide-react';
import type { Example, StepNode } from '../../../src-engine/api/contract/template-schemas.ts';
import { openExample } from '../../document/open-file.ts';
import type { Scenario } from '../../platform/platform.ts';
import { useDocument } from '../../store/document.ts';
import { useRun } from '../../store/run/run.ts';
import { selectStep } from '../../store/selection.ts';
import { StateMark } from '../../ui/state/state-mark.tsx';
import type { PickerItem } from './picker.tsx';

export function stepItems(steps: readonly StepNode[]): readonly PickerItem[] {
  const { steps: states } = useRun.getState();
  return steps.map(({ id, name, handlerClass }) => ({
    id: `step ${id}`,
    title: name,
    detail: handlerClass,
    icon: <StateMark state={states.get(name)?.state ?? 'pending'} isIconOnly />,
    onChoose: () => selectStep(id, 'palette'),
  }));
}

export function scenarioItems(scenarios: readonly Scenario[]): readonly PickerItem[] {
  return scenarios.map(({ file, title, description }) => ({
    id: `scenario ${file}`,
    title,
    detail: description,
    also: [file],
    icon: <FlaskConical size={15} aria-hidden />,
    onChoose: () => useDocument.setState({ scenario: file }),
  }));
}

export function exampleItems(examples: readonly Example[]): readonly PickerItem[] {
  return examples.flatMap(({ name, templates }) =>
    templates.map(({ file, title, description }) => ({
      id: `example ${name}/${file}`,
      title,
      detail: description,
      also: [name, file],
      icon: <BookOpen size={15} aria-hidden />,
      onChoose: () => void openExample(name, file),
    })),
  );
}
