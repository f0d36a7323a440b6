/** Puts a text into the window: every way of opening one ends here. */
import { engine } from '../api/engine.ts';
import type { DocumentSource } from '../store/document.ts';
import { EMPTY_VIEW, useDocument } from '../store/document.ts';
import { platform } from '../platform/current.ts';
import type { OpenedFile, Scenario } from '../platform/platform.ts';
import { isUnderWay, showRun, useRun } from '../store/run/run.ts';
import { clearSelection } from '../store/selection.ts';

export interface NewDocument {
  readonly source: DocumentSource;
  readonly name: string;
  readonly text: string;
  /** Absent: as `text`. */
  readonly savedText?: string;
  readonly version: string | null;
  readonly draftKey: string;
  readonly scenarios?: readonly Scenario[];
  /** Default: none. */
  readonly lintConfig?: string | null;
  /** File name of the scenario to choose; absent: the default one, if there is one. */
  readonly scenario?: string | null;
}

export function showDocument(document: NewDocument): void {
  leaveRun();
  clearSelection();
  const scenarios = document.scenarios ?? [];
  useDocument.setState(({ load }) => ({
    ...document,
    savedText: document.savedText ?? document.text,
    load: load + 1,
    environment: null,
    lintConfig: document.lintConfig ?? null,
    view: EMPTY_VIEW,
    isOpen: true,
    diskChange: null,
    scenarios,
    scenario: document.scenario === undefined ? defaultScenario(document.name, scenarios) : document.scenario,
  }));
}

/** A file as it was read, with the scenarios beside it; those that cannot be read are as good as none. */
export async function showFile(
  { file, text, version }: OpenedFile,
  changes: Partial<NewDocument> = {},
): Promise<void> {
  const [scenarios, lintConfig] = await Promise.all([
    platform.scenariosOf(file.id).catch(() => []),
    platform.lintConfigOf(file.id).catch(() => null),
  ]);
  const source = { kind: 'file', file } as const;
  showDocument({
    source,
    name: file.name,
    text,
    version,
    draftKey: file.id,
    scenarios,
    lintConfig,
    ...changes,
  });
}

/** `<template>.scenario.yaml`, as on the command line. */
export function defaultScenario(name: string, scenarios: readonly Scenario[]): string | null {
  const base = name.replace(/\.ya?ml$/, '');
  return scenarios.find(({ file }) => file.replace(/\.scenario\.ya?ml$/, '') === base)?.file ?? null;
}

/** A run belongs to the template it was started with. */
function leaveRun(): void {
  const state = useRun.getState();
  const { view } = state;
  if (view !== null && isUnderWay(state)) {
    void engine()
      .then((client) => client.runs.stop({ run: view.run }))
      .catch(() => {});
  }
  showRun(null);
}
