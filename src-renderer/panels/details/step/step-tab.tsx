/** What the template says of the step, and where it stands among the others. */
import { TextSelect } from 'lucide-react';
import { useMemo } from 'react';
import type { StepNode, TemplateView } from '../../../../src-engine/api/contract/template-schemas.ts';
import { useDocument } from '../../../store/document.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { revealInText } from '../../problems/reveal.ts';
import type { Fact } from '../facts.tsx';
import { Block, Facts, Nothing } from '../facts.tsx';
import { StepLinks } from './step-links.tsx';
import styles from './step.module.css';

export interface StepTabProps {
  readonly id: string;
  /** Absent when the text no longer has the step. */
  readonly node: StepNode | undefined;
}

export function StepTab({ id, node }: StepTabProps) {
  const view = useDocument((state) => state.view);
  const { parents, children } = useMemo(() => kinOf(view, id), [view, id]);
  if (node === undefined)
    return (
      <div className={styles['content']}>
        <Nothing>The text no longer has this step. What is shown of it belongs to the run.</Nothing>
      </div>
    );
  return (
    <div className={styles['content']}>
      <Block
        title="Template"
        extra={
          <Button
            look="quiet"
            icon={TextSelect}
            className={styles['small'] ?? ''}
            onClick={() => revealInText(node.nameRange)}
          >
            Show in text
          </Button>
        }
      >
        {node.description !== undefined && <p className={styles['description']}>{node.description}</p>}
        <Facts facts={factsOf(node, view)} />
      </Block>
      <Block title={parents.length === 1 ? '1 parent' : `${parents.length} parents`}>
        <StepLinks steps={parents} none="A root: it starts with the task." />
      </Block>
      <Block title={children.length === 1 ? '1 child' : `${children.length} children`}>
        <StepLinks steps={children} none="A leaf: no step waits for it." />
      </Block>
    </div>
  );
}

function factsOf(node: StepNode, { criticalPath, cycles }: TemplateView): readonly Fact[] {
  const isCritical = criticalPath.includes(node.id);
  return [
    {
      name: 'Handler class',
      value: node.handlerClass === undefined ? undefined : <code>{node.handlerClass}</code>,
    },
    { name: 'Dependent system', value: node.dependentSystem },
    { name: 'Retry limit', value: node.retryLimit ?? '3, as none is given' },
    {
      name: 'Retryable',
      value: node.retryable === undefined ? 'yes, as nothing is said' : node.retryable ? 'yes' : 'no',
    },
    { name: 'Level', value: node.level },
    {
      name: 'Critical path',
      value: isCritical
        ? `yes, one of ${criticalPath.length} steps`
        : criticalPath.length > 0
          ? 'no'
          : undefined,
    },
    {
      name: 'Cycle',
      value: cycles.some((cycle) => cycle.includes(node.id)) ? 'waits for itself, through others' : undefined,
    },
  ];
}

/** Parents and children in the order of the text. */
function kinOf({ steps, edges }: TemplateView, id: string) {
  const up = new Set(edges.filter(({ to }) => to === id).map(({ from }) => from));
  const down = new Set(edges.filter(({ from }) => from === id).map(({ to }) => to));
  return {
    parents: steps.filter((step) => up.has(step.id)),
    children: steps.filter((step) => down.has(step.id)),
  };
}
