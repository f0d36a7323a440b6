/** Every key of a step, in the order in which somebody fills them in. */
import { TextSelect } from 'lucide-react';
import { useDocument } from '../../../../store/document.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import { revealInText } from '../../../problems/reveal.ts';
import { Block } from '../../facts.tsx';
import { BooleanField } from '../fields/boolean-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Overrides } from '../overrides/overrides.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { own } from '../state/key-path.ts';
import { UnknownKeys } from '../template/unknown-keys.tsx';
import { CustomEvents } from './custom-events.tsx';
import { HandlerConfig } from './handler-config.tsx';
import { NameField } from './name-field.tsx';
import { ParentsField } from './parents-field.tsx';
import { RetryFields } from './retry-fields.tsx';
import styles from './step-form.module.css';

export interface StepFormProps {
  /** Of the step in the graph. */
  readonly id: string;
}

export function StepForm({ id }: StepFormProps) {
  return (
    <>
      <Block title="Step" extra={<ShowInText id={id} />}>
        <NameField id={id} />
        <TextField path={['description']} isLong fallback="the name" />
        <TextField path={['handler_class']} />
        <SystemField />
      </Block>
      <Block title="Order">
        <ParentsField id={id} />
      </Block>
      <Block title="Attempts">
        <RetryFields />
        <BooleanField path={['skippable']} note="No effect: nothing in the engine ever skips a step." />
      </Block>
      <Block title="Handler">
        <HandlerConfig />
        <CustomEvents />
      </Block>
      <Block title="Environments">
        <Overrides />
      </Block>
      <UnknownKeys />
    </>
  );
}

function ShowInText({ id }: StepFormProps) {
  const range = useDocument((state) => state.view.steps.find((step) => step.id === id)?.nameRange);
  if (range === undefined) return null;
  return (
    <Button
      look="quiet"
      icon={TextSelect}
      className={styles['small'] ?? ''}
      onClick={() => revealInText(range)}
    >
      Show in text
    </Button>
  );
}

/** Systems of other steps are offered: a slip in one makes another system. */
function SystemField() {
  const steps = useDocument((state) => state.view.steps);
  const { part } = useFormScope();
  const used = [...new Set(steps.flatMap(({ dependentSystem }) => dependentSystem ?? []))].toSorted();
  // The view knows the default of the template only as what steps without one have.
  const isGiven = own(part.base, 'dependent_system') !== undefined;
  const inherited = steps.find(({ path }) => path === `/${part.path.join('/')}`)?.dependentSystem;
  return (
    <TextField
      path={['dependent_system']}
      suggestions={used}
      fallback={isGiven ? undefined : inherited}
      note={
        !isGiven && inherited === undefined
          ? 'Neither the step nor the template names a system: Tasker cannot build this template.'
          : undefined
      }
    />
  );
}
