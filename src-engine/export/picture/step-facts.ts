/** What a picture says of a step besides its name, in few words. */
import type { StepTemplate } from '../../template/template.ts';

export function attemptsWords({ defaultRetryLimit, defaultRetryable }: StepTemplate): string {
  if (!defaultRetryable) return 'not retryable';
  if (defaultRetryLimit < 1) return 'no attempts';
  return defaultRetryLimit === 1 ? '1 attempt' : `${defaultRetryLimit} attempts`;
}

/** The last part of a class name: the modules before it are mostly the same for all steps. */
export function shortClass({ handlerClass }: StepTemplate): string {
  return handlerClass.split('::').findLast((part) => part !== '') ?? handlerClass;
}
