/** What a template is found by: name, namespace, version, class. */
import type { Rule } from '../../rule.ts';
import { namespaceNotText } from './namespace-not-text.ts';
import { prereleaseVersion } from './prerelease-version.ts';
import { unquotedVersion } from './unquoted-version.ts';
import { versionFormat } from './version-format.ts';

export const IDENTITY_RULES: readonly Rule[] = [
  namespaceNotText,
  prereleaseVersion,
  unquotedVersion,
  versionFormat,
];
