/** The ways of opening: a dialog, a recent file, a dropped one, one asked for from outside, an example, a new one. */
import { engine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import type { OpenResult } from '../platform/platform.ts';
import { platform } from '../platform/current.ts';
import { notify } from '../store/notices.ts';
import { mayReplace } from './ask-unsaved.ts';
import { showDocument, showFile } from './open-document.ts';

const NEW_TEXT = `name: my_workflow
namespace_name: default
version: "1.0.0"
task_handler_class: MyWorkflowHandler
default_dependent_system: my_system

step_templates: []
`;

export async function openByDialog(): Promise<void> {
  if (await mayReplace()) await openResult(await platform.openFile());
}

export async function openById(id: string): Promise<void> {
  if (await mayReplace()) await openResult(await platform.openFileById(id));
}

export async function openDropped(file: File): Promise<void> {
  if (await mayReplace()) await openResult(await platform.openDroppedFile(file));
}

/** Of a file that main or the server already read. */
export async function openRequested(result: OpenResult): Promise<void> {
  if (await mayReplace()) await openResult(result);
}

export async function openExample(name: string, file: string, scenario?: string): Promise<void> {
  if (!(await mayReplace())) return;
  try {
    const opened = await (await engine()).examples.open({ example: name, file });
    showDocument({
      source: { kind: 'example', example: name },
      name: opened.file,
      text: opened.text,
      version: null,
      draftKey: `example:${name}/${file}`,
      scenarios: opened.scenarios,
      ...(scenario === undefined ? {} : { scenario }),
    });
  } catch (error) {
    notify({ kind: 'error', title: 'The example could not be opened', detail: failureOf(error).message });
  }
}

export async function openNew(): Promise<void> {
  if (!(await mayReplace())) return;
  showDocument({
    source: { kind: 'untitled' },
    name: 'untitled.yaml',
    text: NEW_TEXT,
    version: null,
    draftKey: `untitled:${crypto.randomUUID()}`,
  });
}

async function openResult(result: OpenResult): Promise<void> {
  if (result.kind === 'unusable') {
    notify({ kind: 'error', title: `${result.name}: ${result.message}`, detail: result.hint });
  }
  if (result.kind === 'opened') await showFile(result.opened);
}
