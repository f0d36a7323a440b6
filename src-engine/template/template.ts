/**
 * A checked task template: what Tasker's builder would hold after merging an environment and filling defaults.
 * Source of keys and defaults: the task-template YAML reference, sections 2 and 3.
 */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface Template {
  readonly name: string;
  /** `default` when the file gives none. */
  readonly namespaceName: string;
  /** `0.1.0` when the file gives none. */
  readonly version: string;
  readonly taskHandlerClass: string;
  readonly moduleNamespace?: string;
  readonly defaultDependentSystem?: string;
  /** Whitelist of step names; absent when the file has none. */
  readonly namedSteps?: readonly string[];
  /** JSON schema (draft-06 unless `$schema` says otherwise) of the task context. */
  readonly schema?: JsonObject;
  readonly description?: string;
  readonly steps: readonly StepTemplate[];
  /** Names under `environments`, in file order. */
  readonly environments: readonly string[];
  /** The environment that was merged in; absent for the base document. */
  readonly environment?: string;
}

export interface StepTemplate {
  readonly name: string;
  /** Equals `name` when the file gives none. */
  readonly description: string;
  readonly handlerClass: string;
  /** Name of a dependent system, already defaulted; absent when neither key gives one (then it cannot be registered). */
  readonly dependentSystem?: string;
  readonly defaultRetryable: boolean;
  /** Total attempts, not re-tries; 3 when the file gives none. */
  readonly defaultRetryLimit: number;
  readonly skippable: boolean;
  /** Effective parents: `depends_on_step`, then `depends_on_steps`, without repeats. */
  readonly dependsOn: readonly string[];
  readonly handlerConfig?: JsonObject;
  readonly customEvents: readonly { readonly name: string; readonly description?: string }[];
}
