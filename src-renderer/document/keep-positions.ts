/** Keeps where cards were moved by hand in a file beside the template: read as it is opened, written a moment after a move. */
import { printPositions, readPositions } from '../../src-engine/graph/layout/positions-file.ts';
import { platform } from '../platform/current.ts';
import type { DocumentState } from '../store/document.ts';
import { EMPTY_VIEW, useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import { showPositions, usePositions } from '../store/positions.ts';

/** Milliseconds after the last move. */
const PAUSE = 600;

/** What the file is known to hold; moves that only show it are not written again. */
let written: string | null = null;

export function startKeepingPositions(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = [
    useDocument.subscribe((state, before) => {
      if (state.load !== before.load) void show(state);
      // A text that was in no file has got one.
      else if (fileOf(state) !== fileOf(before)) void write();
    }),
    usePositions.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void write(), PAUSE);
    }),
  ];
  return () => {
    clearTimeout(timer);
    leave.forEach((each) => each());
  };
}

async function show({ load, source }: DocumentState): Promise<void> {
  written = null;
  showPositions({});
  if (source.kind !== 'file') return;
  const text = await platform.readLayout(source.file.id).catch(() => null);
  // Another document was opened meanwhile, or somebody was quicker than the disk.
  if (useDocument.getState().load !== load || text === null) return;
  const positions = readPositions(text);
  if (positions === null) return;
  written = text;
  showPositions(positions);
}

async function write(): Promise<void> {
  const { source, view } = useDocument.getState();
  // Which steps exist is only known of a text that was read.
  if (source.kind !== 'file' || view === EMPTY_VIEW || view.isBroken) return;
  const names = new Set(view.steps.map(({ name }) => name));
  const text = printPositions(usePositions.getState(), names);
  if (text === written) return;
  try {
    await platform.saveLayout(source.file.id, text);
    written = text;
  } catch (error) {
    notify({
      kind: 'error',
      title: 'The places of the cards could not be saved',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

function fileOf({ source }: DocumentState): string | null {
  return source.kind === 'file' ? source.file.id : null;
}
