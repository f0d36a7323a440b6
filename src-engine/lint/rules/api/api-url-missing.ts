import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const apiUrlMissing: Rule = explain('api-url-missing', {
  title: 'An API step without a url',
  reason: 'Building the configuration fails without a url, and so does every attempt of the step.',
});
