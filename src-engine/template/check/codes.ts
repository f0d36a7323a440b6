/** Problems of a readable document: shape, environments, graph, limits and keys without the expected effect. */
export const CHECK_CODES = {
  'missing-key': { severity: 'error', hint: 'Add the key.' },
  'wrong-type': { severity: 'error', hint: 'Give a value of the expected type, or delete the key.' },
  'empty-value': { severity: 'error', hint: 'Give it a value.' },
  'unknown-key': { severity: 'warning', hint: 'Correct the key: unknown keys are silently ignored.' },
  'ignored-key': { severity: 'info', hint: 'It may stay as a note; nothing reads it.' },
  'environments-not-a-map': {
    severity: 'error',
    hint: 'Write a map: a name for each environment, with its overrides below.',
  },
  'environment-shape': {
    severity: 'warning',
    hint: 'Give a map of overrides; `step_templates` in it must be a list of named steps.',
  },
  'environment-merge-fails': {
    severity: 'error',
    hint: 'Give both sides a list of steps, or delete the override.',
  },
  'unknown-environment': { severity: 'warning', hint: 'The base document is used as it stands.' },
  'unknown-environment-step': {
    severity: 'warning',
    hint: 'Correct the name: an override cannot add a step and is ignored.',
  },
  'no-steps': { severity: 'warning', hint: 'Add a step: a task without steps never completes.' },
  'duplicate-step-name': {
    severity: 'error',
    hint: 'Give each step its own name: both become one row in the database.',
  },
  'unknown-dependency': {
    severity: 'error',
    hint: 'Name an existing step; otherwise no task can be created.',
  },
  'self-dependency': { severity: 'error', hint: 'Delete the dependency.' },
  'dependency-cycle': { severity: 'error', hint: 'Delete one of these dependencies.' },
  'repeated-dependency': { severity: 'info', hint: 'Delete the repetition; it has no effect.' },
  'step-not-in-named-steps': {
    severity: 'error',
    hint: 'Add the name to `named_steps`, or delete that list.',
  },
  'dependency-not-in-named-steps': {
    severity: 'error',
    hint: 'Add the name to `named_steps`, or delete that list.',
  },
  'unused-named-step': { severity: 'info', hint: 'Delete it from `named_steps`, or add the step.' },
  'dependent-system-missing': {
    severity: 'warning',
    hint: 'Add `default_dependent_system`, or `dependent_system` to the step.',
  },
  'too-long': { severity: 'error', hint: 'Shorten it: the database column is not longer.' },
  'version-format': { severity: 'warning', hint: 'Use three numbers with points, such as 1.0.0.' },
  'prerelease-version': { severity: 'warning', hint: 'Use three numbers with points, without a suffix.' },
  'unquoted-version': { severity: 'warning', hint: 'Quote it, or use three parts such as 1.0.0.' },
  'namespace-not-text': { severity: 'warning', hint: 'Quote it.' },
  'class-name-format': { severity: 'warning', hint: 'Use a Ruby constant such as `Orders::ValidateCart`.' },
  'never-retryable': {
    severity: 'warning',
    hint: 'Use `default_retry_limit: 1` for a step that must not be repeated.',
  },
  'no-attempts': {
    severity: 'warning',
    hint: 'Use at least 1: the limit counts all attempts, the first included.',
  },
  'limit-too-large': { severity: 'error', hint: 'Use a smaller number: the column holds 32 bits.' },
  'custom-events-dropped': {
    severity: 'info',
    hint: 'Declare them in the handler class; those of a YAML file are never registered.',
  },
  'api-key-dropped': { severity: 'warning', hint: 'Set it in the handler class.' },
  'api-url-missing': { severity: 'warning', hint: 'Add `url`.' },
  'api-type-missing': { severity: 'warning', hint: 'Add `type: api` if the handler is an API handler.' },
  'api-backoff-off': { severity: 'warning', hint: 'Add `enable_exponential_backoff: true`.' },
  'api-headers-missing': {
    severity: 'warning',
    hint: 'List the headers, `Content-Type` and `Accept` included.',
  },
  'api-retry-delay-unused': { severity: 'warning', hint: 'Delete it.' },
  'schema-draft': { severity: 'warning', hint: 'Delete `$schema`, or name draft 3, 4 or 6.' },
} as const;
