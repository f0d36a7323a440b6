/** The name of a step. Renaming it takes every reference along: dependencies, named_steps, overrides. */
import { useDocument } from '../../../../store/document.ts';
import { TextField } from '../fields/text-field.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { own } from '../state/key-path.ts';
import { renameStep } from './rename-step.ts';

export function NameField({ id }: { readonly id: string }) {
  const steps = useDocument((state) => state.view.steps);
  const { part, change } = useFormScope();
  const check = (text: string): string | null => {
    const name = text.trim();
    if (name === own(part.base, 'name')) return null;
    return steps.some((step) => step.id !== id && step.name === name)
      ? `Another step is called ${name}.`
      : null;
  };
  return <TextField path={['name']} check={check} commit={(text) => renameStep(change, id, text.trim())} />;
}
