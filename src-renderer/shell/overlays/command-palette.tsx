/** Commands, steps, scenarios and examples in one list. */
import { commandsHere, isEnabled, keysOf, runCommand } from '../../commands/registry.ts';
import { MENUS } from '../../../src-shared/commands/commands.ts';
import { useDocument } from '../../store/document.ts';
import { useExamples } from '../../store/examples.ts';
import type { PickerGroup } from './picker.tsx';
import { Picker } from './picker.tsx';
import { exampleItems, scenarioItems, stepItems } from './picker-items.tsx';

export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const { view, scenarios } = useDocument();
  const examples = useExamples((state) => state.examples) ?? [];
  const groups: readonly PickerGroup[] = [
    ...MENUS.map(({ name, title }) => ({ title, items: commandItems(name) })),
    { title: 'Steps', items: stepItems(view.steps) },
    { title: 'Scenarios', items: scenarioItems(scenarios) },
    { title: 'Examples', items: exampleItems(examples) },
  ];
  return (
    <Picker label="Command palette" placeholder="What do you want to do?" groups={groups} onClose={onClose} />
  );
}

function commandItems(menu: (typeof MENUS)[number]['name']): PickerGroup['items'] {
  return commandsHere()
    .filter((command) => command.menu === menu && command.id !== 'view.palette' && isEnabled(command.id))
    .map(({ id, title, also }) => ({ id, title, also, keys: keysOf(id), onChoose: () => runCommand(id) }));
}
