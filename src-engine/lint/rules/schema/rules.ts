/** The context schema, keyword by keyword. */
import type { Rule } from '../../rule.ts';
import { schemaDraft } from './schema-draft.ts';

export const SCHEMA_RULES: readonly Rule[] = [schemaDraft];
