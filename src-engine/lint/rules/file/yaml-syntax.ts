import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const yamlSyntax: Rule = explain('yaml-syntax', {
  title: 'The YAML cannot be read',
  reason:
    "Ruby's loader stops at the first mistake, and the template is never registered. The error appears when the handler class is loaded, often long after the deployment.",
});
