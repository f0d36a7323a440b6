/**
 * What a rule is. One file each; the registry lists them. A rule with `check` finds its trouble itself; one without
 * explains and mends what reading the template reports under the same code.
 */
import type { StepGraph } from '../graph/step-graph.ts';
import type { StepView } from '../template/check/step-view.ts';
import type { Fix, Problem, Severity } from '../template/problem.ts';
import type { MapNode, Place } from '../template/yaml/node.ts';

/** A readable template, as rules see it. */
export interface LintContext {
  readonly text: string;
  /** The document as it is written, environments included. */
  readonly root: MapNode;
  /** With the overrides of the environment that is looked at; the same as `root` for the base document. */
  readonly merged: MapNode;
  /** Steps of `merged`. */
  readonly steps: readonly StepView[];
  /** What `steps` wait for, by position in `steps`. */
  readonly graph: StepGraph;
  /** The environment that is looked at; absent for the base document. */
  readonly environment?: string;
}

/** One of several files that are looked at together. */
export interface LintedFile {
  /** As messages are to name it. */
  readonly file: string;
  readonly root: MapNode;
}

/** @param hint How to mend it here; default: that of the rule. */
export type Finding = (place: Place, message: string, hint?: string) => void;

/** The same, for rules across files. */
export type FileFinding = (file: LintedFile, place: Place, message: string) => void;

export interface Rule {
  /** Stable kebab-case identifier; name of the file and of the page in `docs/rules`. */
  readonly code: string;
  readonly severity: Severity;
  /** In a few words, as a heading. */
  readonly title: string;
  /** What the engine does, and what it costs; two or three sentences. */
  readonly reason: string;
  /** How to mend it. */
  readonly hint: string;
  /** Says nothing unless a configuration asks for it: true of most templates, and a matter of taste. */
  readonly isOff?: true;
  /** Code of a more general problem that reading reports at the same place; it is left out. */
  readonly supersedes?: string;
  readonly check?: (context: LintContext, report: Finding) => void;
  /** For what only several files together show. */
  readonly checkFiles?: (files: readonly LintedFile[], report: FileFinding) => void;
  /** Ways to mend one problem of this code, the usual one first. Absent where only a person can decide. */
  readonly fix?: (problem: Problem, context: LintContext) => readonly Fix[];
  /** The fixes change what the workflow does: a person has to choose, and `--fix` leaves them alone. */
  readonly needsChoice?: true;
}
