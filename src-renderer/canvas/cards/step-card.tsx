/** A step as a card. Reads only its own step, so that a change of one draws one. */
import type { NodeProps } from '@xyflow/react';
import { Waypoints } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { Fragment, memo } from 'react';
import { useStoreWithEqualityFn } from 'zustand/traditional';
import type { GraphStep } from '../../graph/graph-model.ts';
import { templateKey } from '../../run/send-breakpoints.ts';
import { useBreakpoints } from '../../store/run/breakpoints.ts';
import { useRun } from '../../store/run/run.ts';
import type { CanvasEditState } from '../../store/canvas-edit.ts';
import { useCanvasEdit } from '../../store/canvas-edit.ts';
import { useSelection } from '../../store/selection.ts';
import { stateLook } from '../../ui/state/step-state.ts';
import { useGraph } from '../shown/graph-store.ts';
import { NameField } from '../edit/name-field.tsx';
import type { StepCardNode } from './card-nodes.ts';
import styles from './step-card.module.css';
import { StepFoot } from './step-foot.tsx';
import { sameLook, stepLook } from './step-look.ts';
import { stepWords } from './step-words.ts';

export const StepCard = memo(function StepCard({ id }: NodeProps<StepCardNode>) {
  const step = useGraph((state) => state.shown?.model.steps.get(id));
  return step === undefined ? null : <Card step={step} />;
});

function Card({ step }: { readonly step: GraphStep }) {
  const isSelected = useSelection(({ steps }) => steps.includes(step.id));
  const isNaming = useCanvasEdit(({ naming }) => naming === step.id);
  const isTarget = useCanvasEdit((edit) => isDropTarget(edit, step.id));
  const look = useStoreWithEqualityFn(useRun, (run) => stepLook(run, step), sameLook);
  const { icon: Icon, colour } = stateLook(look.state ?? 'pending');
  return (
    <div
      className={[styles['card'], isSelected && styles['selected'], isTarget && styles['target']]
        .filter(Boolean)
        .join(' ')}
      style={stateColour(look.state === null ? '--line-strong' : colour)}
      data-state={look.state ?? 'none'}
      // What is named has a field in it, which no picture has.
      role={isNaming ? 'group' : 'img'}
      aria-label={stepWords(step, look)}
    >
      <span className={`nodrag ${styles['handle']} ${styles['in']}`} data-handle="in" data-step={step.id} />
      <span className={`nodrag ${styles['handle']} ${styles['out']}`} data-handle="out" data-step={step.id} />
      <div className={styles['head']}>
        {look.state !== null && <Icon className={styles['icon']} size={15} aria-hidden />}
        {isNaming ? (
          <NameField step={step} />
        ) : (
          <span className={styles['name']} title={step.description ?? step.name}>
            {breakable(step.name)}
          </span>
        )}
        <BreakpointDot step={step} />
        <Problems step={step} />
      </div>
      <Handler step={step} />
      <StepFoot step={step} look={look} />
    </div>
  );
}

function isDropTarget({ wire, carried }: CanvasEditState, id: string): boolean {
  if (wire !== null) return wire.over === id && wire.refusal === null;
  return carried?.over.kind === 'step' && carried.over.id === id;
}

/** Stays after a run: it is the template's, not the run's. */
function BreakpointDot({ step: { name } }: { readonly step: GraphStep }) {
  const isSet = useBreakpoints(({ byTemplate }) =>
    (byTemplate[templateKey()] ?? []).some(({ step, isEnabled }) => isEnabled && step === name),
  );
  return isSet ? (
    <span className={styles['breakpoint']} title="A run stops here" role="img" aria-label="breakpoint" />
  ) : null;
}

function Problems({ step: { problems, severity } }: { readonly step: GraphStep }) {
  if (severity === null) return null;
  const words = `${problems} ${problems === 1 ? 'problem' : 'problems'}`;
  return (
    <span className={`${styles['problems']} ${styles[severity]}`} title={words}>
      {problems}
    </span>
  );
}

/** Only the last part of the class: the modules before it are mostly the same on every card. */
function Handler({ step: { handlerClass, isCritical } }: { readonly step: GraphStep }) {
  return (
    <div className={styles['second']}>
      <span className={styles['handler']} title={handlerClass}>
        {handlerClass === undefined ? 'no handler class yet' : handlerClass.split('::').at(-1)}
      </span>
      {isCritical && (
        <span className={styles['critical']} title="On the longest chain of steps">
          <Waypoints size={12} aria-hidden />
        </span>
      )}
    </div>
  );
}

/** From far away a name takes two lines, and is broken between words if it can be. */
function breakable(name: string): ReactNode {
  return name.split(/(?<=_)/).map((part, index) => (
    // eslint-disable-next-line react/no-array-index-key -- a part is its place
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ));
}

/** React's types know no properties of our own. */
function stateColour(name: string): CSSProperties {
  const style: Record<string, string> = { '--state': `var(${name})` };
  return style;
}
