/** What the pages of `docs/rules` are made from (`scripts/support/rule-pages.mjs`). */
export { lintTemplate } from '../../../src-engine/lint/lint-template.ts';
export { lintTemplates } from '../../../src-engine/lint/lint-templates.ts';
export { RULE_GROUPS } from '../../../src-engine/lint/registry.ts';
export { ALL_CASES } from '../cases/all-cases.ts';
