/** The step as a form, and where it stands among the others. */
import { useMemo } from 'react';
import type { StepNode, TemplateView } from '../../../../src-engine/api/contract/template-schemas.ts';
import { useDocument } from '../../../store/document.ts';
import type { Fact } from '../facts.tsx';
import { Block, Facts, Nothing } from '../facts.tsx';
import { FormFrame } from '../form/form-frame.tsx';
import { StepForm } from '../form/step/step-form.tsx';
import { StepLinks } from './step-links.tsx';
import styles from './step.module.css';

export interface StepTabProps {
  readonly id: string;
  /** Absent when the text no longer has the step. */
  readonly node: StepNode | undefined;
}

export function StepTab({ id, node }: StepTabProps) {
  const view = useDocument((state) => state.view);
  const children = useMemo(() => childrenOf(view, id), [view, id]);
  if (node === undefined)
    return (
      <div className={styles['content']}>
        <Nothing>The text no longer has this step. What is shown of it belongs to the run.</Nothing>
      </div>
    );
  return (
    <div className={styles['content']}>
      <FormFrame kind="step" path={node.path}>
        {() => <StepForm id={node.id} />}
      </FormFrame>
      <Block title={children.length === 1 ? '1 child' : `${children.length} children`}>
        <StepLinks steps={children} none="A leaf: no step waits for it." />
      </Block>
      <Block title="In the graph">
        <Facts facts={factsOf(node, view)} />
      </Block>
    </div>
  );
}

function factsOf(node: StepNode, { criticalPath, cycles }: TemplateView): readonly Fact[] {
  const isCritical = criticalPath.includes(node.id);
  const onPath = isCritical ? `yes, one of ${criticalPath.length} steps` : 'no';
  return [
    { name: 'Level', value: node.level },
    { name: 'Critical path', value: criticalPath.length > 0 ? onPath : undefined },
    {
      name: 'Cycle',
      value: cycles.some((cycle) => cycle.includes(node.id)) ? 'waits for itself, through others' : undefined,
    },
  ];
}

/** In the order of the text. */
function childrenOf({ steps, edges }: TemplateView, id: string): readonly StepNode[] {
  const down = new Set(edges.filter(({ from }) => from === id).map(({ to }) => to));
  return steps.filter((step) => down.has(step.id));
}
