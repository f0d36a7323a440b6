/** The system a step relies on. Those of other steps are offered: a slip in a name makes another system. */
import { useDocument } from '../../../../store/document.ts';
import { TextField } from '../fields/text-field.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { own } from '../state/key-path.ts';

export function SystemField() {
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
