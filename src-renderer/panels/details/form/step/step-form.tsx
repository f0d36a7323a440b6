/** Every key of a step, in the order in which somebody fills them in. */
import { Block } from '../../facts.tsx';
import { BooleanField } from '../fields/boolean-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Overrides } from '../overrides/overrides.tsx';
import { UnknownKeys } from '../template/unknown-keys.tsx';
import { CustomEvents } from './handler/custom-events.tsx';
import { HandlerConfig } from './handler/handler-config.tsx';
import { NameField } from './name-field.tsx';
import { ParentsField } from './parents-field.tsx';
import { RetryFields } from './retry-fields.tsx';
import { ShowInText } from './show-in-text.tsx';
import { SystemField } from './system-field.tsx';

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
