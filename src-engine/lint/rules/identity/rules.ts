/** What a template is found by: name, namespace, version, class. */
import type { Rule } from '../../rule.ts';
import { defaultNamespace } from './default-namespace.ts';
import { defaultVersion } from './default-version.ts';
import { duplicateTemplate } from './duplicate-template.ts';
import { moduleNamespaceRepeated } from './module-namespace-repeated.ts';
import { namespaceNotText } from './namespace-not-text.ts';
import { prereleaseVersion } from './prerelease-version.ts';
import { sharedTaskHandlerClass } from './shared-task-handler-class.ts';
import { templateNameStyle } from './template-name-style.ts';
import { unquotedVersion } from './unquoted-version.ts';
import { versionFormat } from './version-format.ts';
import { versionOrder } from './version-order.ts';

export const IDENTITY_RULES: readonly Rule[] = [
  defaultNamespace,
  defaultVersion,
  duplicateTemplate,
  moduleNamespaceRepeated,
  namespaceNotText,
  prereleaseVersion,
  sharedTaskHandlerClass,
  templateNameStyle,
  unquotedVersion,
  versionFormat,
  versionOrder,
];
