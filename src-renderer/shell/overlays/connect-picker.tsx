/** Connects the selected step with another one by keyboard: as its parent or its child. Those that cannot be are told why. */
import { ArrowDownToLine, ArrowUpFromLine, Unlink } from 'lucide-react';
import { refusalInWords, refusedConnection } from '../../../src-engine/graph/connection.ts';
import type { StepNode, TemplateView } from '../../../src-engine/api/contract/template-schemas.ts';
import { connect, disconnect } from '../../canvas/edit/step-edits.ts';
import { useDocument } from '../../store/document.ts';
import { useSelection } from '../../store/selection.ts';
import type { PickerGroup, PickerItem } from './picker.tsx';
import { Picker } from './picker.tsx';

interface Closing {
  readonly onClose: () => void;
}

export function ConnectPicker({ onClose }: Closing) {
  const view = useDocument((state) => state.view);
  const step = useSelection((state) => state.step) ?? '';
  const others = view.steps.filter(({ id }) => id !== step);
  const groups: readonly PickerGroup[] = [
    {
      title: `Steps that are to wait for ${step}`,
      items: others.map((other) => item(view, step, other, 'child')),
    },
    {
      title: `Steps ${step} is to wait for`,
      items: others.map((other) => item(view, step, other, 'parent')),
    },
  ];
  return <Picker label="Connect to a step" placeholder="Name of a step" groups={groups} onClose={onClose} />;
}

export function DisconnectPicker({ onClose }: Closing) {
  const edges = useDocument((state) => state.view.edges);
  const step = useSelection((state) => state.step);
  const items = edges
    .filter(({ from, to }) => from === step || to === step)
    .map(({ from, to }) => ({
      id: `edge ${from} ${to}`,
      title: `${from} → ${to}`,
      icon: <Unlink size={15} aria-hidden />,
      onChoose: () => void disconnect(from, to),
    }));
  return (
    <Picker
      label="Disconnect"
      placeholder="Name of a step"
      groups={[{ title: 'Edges of this step', items }]}
      onClose={onClose}
    />
  );
}

function item(
  view: TemplateView,
  step: string,
  { id, name }: StepNode,
  role: 'child' | 'parent',
): PickerItem {
  const [from, to] = role === 'child' ? [step, id] : [id, step];
  const refusal = refusedConnection(view.edges, from, to);
  const Icon = role === 'child' ? ArrowDownToLine : ArrowUpFromLine;
  return {
    id: `${role} ${id}`,
    title: name,
    detail: refusal === null ? undefined : refusalInWords(refusal, from, to),
    isDisabled: refusal !== null,
    icon: <Icon size={15} aria-hidden />,
    onChoose: () => void connect(from, to),
  };
}
