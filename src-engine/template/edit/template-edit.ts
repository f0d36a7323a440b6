/**
 * A change of a template as a value: what somebody drew, typed into a form, or took as a quick fix. It names steps and
 * keys, never places in the text, so it can be made again on a newer text.
 */
import type { Json, JsonObject } from '../template.ts';
import type { TextChange } from './text-change.ts';

/** Name of a step; of one whose name stands before it in the text, with `#2`, `#3` … as the graph names it. */
export type StepId = string;

/** Keys and indexes from the root of the document, e.g. `['step_templates', 0, 'handler_config', 'url']`. */
export type KeyPath = readonly (string | number)[];

/** What becomes of the steps that wait for a deleted one: they wait for its parents, for nothing in its place, or go too. */
export type Dependents = 'bridge' | 'detach' | 'delete';

/** A step that does not exist yet. */
export interface NewStep {
  /** Made unique with `_2`, `_3` … where it is taken. */
  readonly name: string;
  readonly handlerClass: string;
  /** Further keys, in the order in which they are to be written. */
  readonly fields?: JsonObject;
}

export type TemplateEdit =
  | {
      readonly kind: 'add-step';
      readonly step: NewStep;
      readonly dependsOn: readonly StepId[];
      /** Steps that are to wait for the new one, besides what they wait for. Default: none. */
      readonly children?: readonly StepId[];
    }
  /** The child of an edge waits for the new step instead, and that waits for the parent. */
  | { readonly kind: 'insert-step'; readonly step: NewStep; readonly from: StepId; readonly to: StepId }
  /** Every reference follows: dependencies, `named_steps`, overrides of environments. */
  | {
      readonly kind: 'rename-step';
      readonly step: StepId;
      readonly name: string;
      /** Default: the class stays. */
      readonly handlerClass?: string;
    }
  /** Copies wait for each other where the originals do, else for the parents of the originals. */
  | { readonly kind: 'duplicate-steps'; readonly steps: readonly StepId[] }
  | { readonly kind: 'delete-steps'; readonly steps: readonly StepId[]; readonly dependents: Dependents }
  | { readonly kind: 'connect'; readonly from: StepId; readonly to: StepId }
  | { readonly kind: 'disconnect'; readonly from: StepId; readonly to: StepId }
  | {
      readonly kind: 'reconnect';
      readonly from: StepId;
      readonly to: StepId;
      readonly newFrom: StepId;
      readonly newTo: StepId;
    }
  /** Steps as `copySteps` wrote them, also from another file. Dependencies on steps that are not here are left out. */
  | { readonly kind: 'paste-steps'; readonly yaml: string; readonly dependsOn?: readonly StepId[] }
  /** Sets or adds what is under a path; maps above it that are missing are made. An index one past the end adds an item. */
  | { readonly kind: 'set-value'; readonly path: KeyPath; readonly value: Json }
  /** A key or an item, with what is under it. */
  | { readonly kind: 'delete-value'; readonly path: KeyPath }
  | { readonly kind: 'rename-key'; readonly path: KeyPath; readonly key: string }
  /** For what is no matter of keys, such as quotation marks. Refers to the text the edit was made for. */
  | { readonly kind: 'replace-text'; readonly changes: readonly TextChange[] }
  /** One after another, each on what the one before left. */
  | { readonly kind: 'several'; readonly edits: readonly TemplateEdit[] };

export type EditResult =
  | {
      readonly kind: 'changed';
      /** All refer to the text as it was; minimal: what is not meant stays byte for byte. Empty when nothing had to change. */
      readonly changes: readonly TextChange[];
      /** The text after them. */
      readonly text: string;
      /** Steps that are new or that the edit is about, by their ids afterwards. */
      readonly steps: readonly StepId[];
    }
  | {
      readonly kind: 'refused';
      /** Why, in one sentence that names the thing. */
      readonly message: string;
      /** How it can be done instead. */
      readonly hint: string;
    };
