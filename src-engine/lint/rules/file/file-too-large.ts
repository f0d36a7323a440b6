import { explain } from '../../explain.ts';
import type { Rule } from '../../rule.ts';

export const fileTooLarge: Rule = explain('file-too-large', {
  title: 'The file is too large',
  reason:
    'A template of this size is no workflow anybody can follow, and reading it would take the window with it. The workbench reads no further; Tasker itself has no such limit.',
});
