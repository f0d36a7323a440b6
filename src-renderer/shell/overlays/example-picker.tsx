/** Opens an example. */
import { useExamples } from '../../store/examples.ts';
import { Picker } from './picker.tsx';
import { exampleItems } from './picker-items.tsx';

export function ExamplePicker({ onClose }: { readonly onClose: () => void }) {
  const examples = useExamples((state) => state.examples) ?? [];
  const groups = [{ title: 'Examples', items: exampleItems(examples) }];
  return <Picker label="Open example" placeholder="Which example?" groups={groups} onClose={onClose} />;
}
