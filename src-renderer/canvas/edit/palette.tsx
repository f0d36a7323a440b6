/** New steps to take: a click adds one below the selected step, a drag carries it to where it is to be. */
import { Panel, useReactFlow } from '@xyflow/react';
import { Globe, ShieldAlert, SquarePlus } from 'lucide-react';
import type { ComponentType, PointerEvent } from 'react';
import { keysOf } from '../../commands/registry.ts';
import type { NewStepKind } from '../../graph/new-step.ts';
import { useCanvasEdit } from '../../store/canvas-edit.ts';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import { Hint } from '../../ui/controls/hint.tsx';
import { addToSelected, startCarrying } from './carry-gesture.ts';
import styles from './edit.module.css';

interface PaletteItem {
  readonly kind: NewStepKind;
  readonly title: string;
  readonly words: string;
  readonly icon: ComponentType<{ size?: number }>;
}

const ITEMS: readonly PaletteItem[] = [
  { kind: 'step', title: 'Step', words: 'Add a step', icon: SquarePlus },
  { kind: 'api', title: 'API', words: 'Add a step that calls an API', icon: Globe },
  { kind: 'once', title: 'Once', words: 'Add a step that is tried once', icon: ShieldAlert },
];

export function Palette() {
  const isLocked = useRun(isUnderWay);
  if (isLocked) return null;
  return (
    <Panel position="top-left" className={styles['palette'] ?? ''} role="group" aria-label="New steps">
      {ITEMS.map((item) => (
        <Item key={item.kind} {...item} />
      ))}
    </Panel>
  );
}

function Item({ kind, title, words, icon: Icon }: PaletteItem) {
  const flow = useReactFlow<never>();
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button === 0) startCarrying(kind, { x: event.clientX, y: event.clientY }, flow);
  };
  return (
    <Hint
      side="right"
      text={`${words}, or drag it to its place`}
      keys={kind === 'step' ? keysOf('step.add') : undefined}
    >
      <button
        type="button"
        className={styles['paletteItem']}
        aria-label={words}
        onPointerDown={onPointerDown}
        // A click of the mouse ends the drag; this one comes from the keyboard.
        onClick={(event) => event.detail === 0 && void addToSelected(kind)}
      >
        <Icon size={17} />
        <span>{title}</span>
      </button>
    </Hint>
  );
}

/** What follows the pointer while a step is carried. */
export function CarriedStep() {
  const carried = useCanvasEdit((state) => state.carried);
  if (carried === null) return null;
  const { pointer, over } = carried;
  const words = {
    step: over.kind === 'step' ? `after ${over.id}` : '',
    edge: over.kind === 'edge' ? `between ${over.from} and ${over.to}` : '',
    pane: 'as a new root',
    nothing: 'drop it on the graph',
  }[over.kind];
  return (
    <div className={styles['carried']} style={{ translate: `${pointer.x + 12}px ${pointer.y + 12}px` }}>
      <strong>New step</strong> {words}
    </div>
  );
}
