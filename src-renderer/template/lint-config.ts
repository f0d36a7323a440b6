/** What the text of a lint configuration says. One that cannot be used changes nothing, and it is said why. */
import type { LintConfig } from '../../src-engine/lint/lint-config.ts';
import { NO_CONFIG } from '../../src-engine/lint/lint-config.ts';
import { readLintConfig } from '../../src-engine/lint/read-config.ts';

export interface UsedConfig {
  readonly config: LintConfig;
  readonly trouble?: string;
}

export function configOf(text: string | null): UsedConfig {
  if (text === null) return { config: NO_CONFIG };
  const reading = readLintConfig(text);
  if (reading.kind === 'read') return { config: reading.config };
  const [first] = reading.problems;
  return {
    config: NO_CONFIG,
    ...(first === undefined ? {} : { trouble: `Line ${first.line}: ${first.message} ${first.hint}` }),
  };
}
