/** Every key of a template but its steps and the schema of its context. */
import { useDocument } from '../../../../store/document.ts';
import { Block } from '../../facts.tsx';
import { BooleanField } from '../fields/boolean-field.tsx';
import { NamesField } from '../fields/names-field.tsx';
import { TextField } from '../fields/text-field.tsx';
import { Overrides } from '../overrides/overrides.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { Environments } from './environments.tsx';
import { UnknownKeys } from './unknown-keys.tsx';

export interface TemplateFormProps {
  /** Names of the steps, offered for `named_steps`. */
  readonly steps: readonly string[];
}

export function TemplateForm({ steps }: TemplateFormProps) {
  const { part } = useFormScope();
  const nodes = useDocument((state) => state.view.steps);
  const systems = [...new Set(nodes.flatMap(({ dependentSystem }) => dependentSystem ?? []))].toSorted();
  return (
    <>
      <Block title="Template">
        <TextField path={['name']} />
        <TextField path={['namespace_name']} />
        <TextField path={['version']} />
        <TextField path={['description']} isLong />
      </Block>
      <Block title="Ruby">
        <TextField path={['task_handler_class']} />
        <TextField path={['module_namespace']} />
      </Block>
      <Block title="Steps">
        <TextField path={['default_dependent_system']} suggestions={systems} />
        <NamesField path={['named_steps']} suggestions={steps} />
        <BooleanField
          path={['concurrent']}
          note="No effect: steps run side by side wherever nothing makes them wait."
        />
      </Block>
      <Block title="Environments">
        <Environments />
      </Block>
      {part.overrides.length > 0 && (
        <Block title="Overrides">
          <Overrides />
        </Block>
      )}
      <UnknownKeys />
    </>
  );
}
