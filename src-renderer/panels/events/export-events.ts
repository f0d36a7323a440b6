/** The log as JSON lines, line for line what `tasker-workbench simulate --events` prints. */
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import { notify } from '../../store/notices.ts';
import { useRun } from '../../store/run/run.ts';
import { download } from '../../ui/data/download.ts';
import { testOf } from './log/event-filter.ts';
import { useEventView } from './log/event-view.ts';

/** `filtered`: only what the list shows. */
export type ExportScope = 'all' | 'filtered';

/** Key order is part of the line: two logs are compared as texts. */
export function eventLine({ seq, at, name, payload }: LoggedEvent): string {
  return JSON.stringify({ seq, at, name, payload });
}

/** Empty when there is nothing to export. */
export function exportEvents(scope: ExportScope = 'all'): string {
  const { events, count } = useRun.getState();
  const isShown = testOf(useEventView.getState().filter);
  const lines: string[] = [];
  for (const event of events) {
    if (event.seq > count) break;
    if (scope === 'all' || isShown(event)) lines.push(`${eventLine(event)}\n`);
  }
  return lines.join('');
}

/** Saves it under the name of the template. */
export function saveEvents(scope: ExportScope = 'all'): void {
  const text = exportEvents(scope);
  if (text === '') {
    notify({ kind: 'info', title: 'There are no events to export', detail: 'Run the template first.' });
    return;
  }
  const { view } = useRun.getState();
  const name = (view?.template.name ?? 'run').replaceAll(/[^\w.-]+/g, '_');
  download(`${name}${scope === 'filtered' ? '.filtered' : ''}.events.jsonl`, text, 'application/x-ndjson');
}
