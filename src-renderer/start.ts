/** Everything that works behind the screen, in the order in which it is started. */
import { connect } from './api/connect.ts';
import { onNewLine } from './api/engine.ts';
import { registerAll } from './commands/register-all.ts';
import { refreshCommands, runCommand } from './commands/registry.ts';
import { listenToKeys } from './commands/shortcuts.ts';
import { offerDrafts, startKeepingDrafts } from './document/drafts.ts';
import { openRequested } from './document/open-file.ts';
import { startKeepingPositions } from './document/keep-positions.ts';
import { save } from './document/save.ts';
import { startLoadingExamples } from './document/load-examples.ts';
import { startWatchingDisk } from './document/watch-disk.ts';
import { revealRange } from './editor/editor-commands.ts';
import { loadEditor } from './editor/load-editor.ts';
import { isCommandId } from '../src-shared/commands/commands.ts';
import { platform } from './platform/current.ts';
import { startProduction } from './production/connect.ts';
import { startFollowing } from './run/follow-run.ts';
import { startFollowingMoment } from './run/follow-moment.ts';
import { startPolling } from './run/poll-readiness.ts';
import { startSendingBreakpoints } from './run/send-breakpoints.ts';
import { useDocument } from './store/document.ts';
import { useProduction } from './store/production/production.ts';
import { useRun } from './store/run/run.ts';
import { useSelection } from './store/selection.ts';
import { useWorkspace } from './store/workspace.ts';
import { startFollowingFolder } from './workspace/open-folder.ts';
import { startParsing } from './template/start-parsing.ts';

export function start(): void {
  registerAll();
  listenToKeys();
  listenToViews();
  platform.onCommand(runCommand);
  startParsing();
  startFollowing();
  startPolling();
  startFollowingMoment();
  startSendingBreakpoints();
  startKeepingDrafts();
  startWatchingDisk();
  startKeepingPositions();
  startLoadingExamples();
  startFollowingFolder();
  startProduction();
  useWorkspace.subscribe(refreshCommands);
  useDocument.subscribe(refreshCommands);
  useRun.subscribe(refreshCommands);
  useSelection.subscribe(refreshCommands);
  useProduction.subscribe(refreshCommands);
  refreshCommands();
  platform.onSaveBeforeClose(() => void save().then((saved) => platform.closed(saved)));
  platform.onFileRequested((result) => void openRequested(result));
  readEditorAhead();
  connect();
  // What was asked for from outside comes after what an earlier session left behind.
  void offerDrafts().then(() => platform.ready());
}

/** The text editor is most of the page: it is read while nobody waits for it, once the engine is there. */
function readEditorAhead(): void {
  const stop = onNewLine(() => {
    stop();
    // What fails here is tried again, and told, when the editor is wanted.
    requestIdleCallback(() => void loadEditor().catch(() => {}));
  });
}

/** Views ask for things of other views by events of the window, so that they need not know each other. */
function listenToViews(): void {
  window.addEventListener('workbench:command', ({ detail }: CustomEvent<unknown>) => {
    if (isCommandId(detail)) runCommand(detail);
  });
  window.addEventListener(
    'workbench:reveal',
    ({ detail }: CustomEvent<{ offset: number; length: number }>) => {
      runCommand('go.text');
      revealRange(detail);
    },
  );
}
