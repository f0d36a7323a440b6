/** The file as a whole, and what its text promises in vain. */
import type { Rule } from '../../rule.ts';
import { emptyFile } from './empty-file.ts';
import { erbNotRun } from './erb-not-run.ts';
import { fileTooLarge } from './file-too-large.ts';
import { moreProblems } from './more-problems.ts';
import { multipleDocuments } from './multiple-documents.ts';
import { nestingTooDeep } from './nesting-too-deep.ts';
import { notAMap } from './not-a-map.ts';
import { notInterpolated } from './not-interpolated.ts';
import { tooManyTokens } from './too-many-tokens.ts';
import { yamlSyntax } from './yaml-syntax.ts';

export const FILE_RULES: readonly Rule[] = [
  emptyFile,
  erbNotRun,
  fileTooLarge,
  moreProblems,
  multipleDocuments,
  nestingTooDeep,
  notAMap,
  notInterpolated,
  tooManyTokens,
  yamlSyntax,
];
