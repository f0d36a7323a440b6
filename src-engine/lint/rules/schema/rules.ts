/** The context schema, keyword by keyword. */
import type { Rule } from '../../rule.ts';
import { defaultNotWritten } from './default-not-written.ts';
import { defaultTypeMismatch } from './default-type-mismatch.ts';
import { integerLiteralOnly } from './integer-literal-only.ts';
import { propertyWithoutType } from './property-without-type.ts';
import { schemaDraft } from './schema-draft.ts';
import { schemaKeywordIgnored } from './schema-keyword-ignored.ts';
import { uncheckedFormat } from './unchecked-format.ts';
import { unknownSchemaType } from './unknown-schema-type.ts';

export const SCHEMA_RULES: readonly Rule[] = [
  defaultNotWritten,
  defaultTypeMismatch,
  integerLiteralOnly,
  propertyWithoutType,
  schemaDraft,
  schemaKeywordIgnored,
  uncheckedFormat,
  unknownSchemaType,
];
