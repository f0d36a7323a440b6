/** How often a step is tried, and what that means in waits. */
import { BooleanField } from '../fields/boolean-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { own } from '../state/key-path.ts';
import { retryWords } from './retry-words.ts';

const DEFAULT_LIMIT = 3;

export function RetryFields() {
  const { base } = useFormScope().part;
  const retryable = own(base, 'default_retryable');
  const limit = own(base, 'default_retry_limit') ?? DEFAULT_LIMIT;
  const isNever = retryable === false;
  return (
    <>
      <BooleanField
        path={['default_retryable']}
        note={
          isNever
            ? 'With false the step never runs at all, not even once. For a single attempt leave it out and set default_retry_limit to 1.'
            : undefined
        }
      />
      <NumberField
        path={['default_retry_limit']}
        note={typeof limit !== 'number' || isNever ? undefined : retryWords(limit)}
      />
    </>
  );
}
