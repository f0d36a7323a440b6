/** Chooses what is to happen in the next run: a scenario beside the template, or one from elsewhere. */
import { CircleCheck, FolderOpen } from 'lucide-react';
import { addScenarioFile } from '../../document/add-scenario.ts';
import { useDocument } from '../../store/document.ts';
import { Picker } from './picker.tsx';
import { scenarioItems } from './picker-items.tsx';

export function ScenarioPicker({ onClose }: { readonly onClose: () => void }) {
  const scenarios = useDocument((state) => state.scenarios);
  const others = [
    {
      id: 'none',
      title: 'Everything succeeds',
      detail: 'No scenario: every step succeeds in its drawn time.',
      icon: <CircleCheck size={15} aria-hidden />,
      onChoose: () => useDocument.setState({ scenario: null }),
    },
    {
      id: 'other',
      title: 'Open a scenario file…',
      detail: 'A YAML file from elsewhere, for as long as this template is open.',
      icon: <FolderOpen size={15} aria-hidden />,
      onChoose: () => void addScenarioFile(),
    },
  ];
  return (
    <Picker
      label="Choose a scenario"
      placeholder="What is to happen?"
      groups={[
        { title: 'Beside the template', items: scenarioItems(scenarios) },
        { title: 'Other', items: others },
      ]}
      onClose={onClose}
    />
  );
}
