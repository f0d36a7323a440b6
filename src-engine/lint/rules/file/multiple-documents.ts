import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const multipleDocuments: Rule = explain('multiple-documents', {
  title: 'There is more than one document',
  reason:
    'Plain YAML loading reads the first document of a file and silently forgets the others. Two templates in one file are one template too few.',
});
