/** Goes to a step by typing a part of its name. */
import { useDocument } from '../../store/document.ts';
import { Picker } from './picker.tsx';
import { stepItems } from './picker-items.tsx';

export function StepPicker({ onClose }: { readonly onClose: () => void }) {
  const steps = useDocument((state) => state.view.steps);
  const groups = [{ title: 'Steps', items: stepItems(steps) }];
  return <Picker label="Go to step" placeholder="Name of a step" groups={groups} onClose={onClose} />;
}
