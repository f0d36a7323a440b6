/** Says what each command of the table does. */
import * as canvas from '../canvas/canvas-commands.ts';
import * as editor from '../editor/editor-commands.ts';
import { openByDialog, openNew } from '../document/open-file.ts';
import { reloadFromDisk } from '../document/reload.ts';
import { save, saveAs } from '../document/save.ts';
import { mayReload } from '../document/may-reload.ts';
import { saveEvents } from '../panels/events/export-events.ts';
import { nextProblem } from '../panels/problems/problem-walk.ts';
import { pause, restart, runOrPause, runOrResume, setSpeed, step, stop } from '../run/run-actions.ts';
import * as through from '../run/go-through.ts';
import { templateKey } from '../run/send-breakpoints.ts';
import { useDocument } from '../store/document.ts';
import { showOverlay } from '../store/overlays.ts';
import type { Theme } from '../platform/platform.ts';
import { setPreferences, usePreferences } from '../store/preferences.ts';
import { toggleStepBreakpoint } from '../store/run/breakpoints.ts';
import { isInThePast, isUnderWay, useRun } from '../store/run/run.ts';
import { redoScenario, undoScenario } from '../store/scenario-edits.ts';
import { useSelection } from '../store/selection.ts';
import type { CommandAction } from './registry.ts';
import { registerCommands } from './registry.ts';
import { registerExportCommands } from './export-commands.ts';
import { registerWorkspaceCommands } from './workspace-commands.ts';
import { registerForkCommands } from './fork-commands.ts';
import { goTo, showCentre } from './go-to.ts';
import { registerStepCommands } from './step-commands.ts';
import { registerProductionCommands } from './production-commands.ts';

const isOpen = (): boolean => useDocument.getState().isOpen;
const isFile = (): boolean => useDocument.getState().source.kind === 'file';
const hasEvents = (): boolean => useRun.getState().count > 0;
const isRunning = (): boolean =>
  useRun.getState().view?.status === 'running' && isUnderWay(useRun.getState());
const hasRun = (): boolean => isUnderWay(useRun.getState());
const hasStep = (): boolean => useSelection.getState().step !== null;
const hasProblems = (): boolean => useDocument.getState().view.problems.length > 0;

export function registerAll(): void {
  registerCommands({
    'file.new': { run: openNew },
    'file.open': { run: openByDialog },
    'file.openExample': { run: () => showOverlay('examples') },
    'file.save': { run: save, isEnabled: isOpen },
    'file.saveAs': { run: saveAs, isEnabled: isOpen },
    'file.revert': { run: async () => (await mayReload()) && reloadFromDisk(), isEnabled: isFile },
    'file.exportEvents': { run: () => saveEvents(), isEnabled: hasEvents },

    'edit.undo': { run: () => (isAtScenario() ? undoScenario() : editor.undo()), isEnabled: isOpen },
    'edit.redo': { run: () => (isAtScenario() ? redoScenario() : editor.redo()), isEnabled: isOpen },
    'edit.find': { run: findInText, isEnabled: isOpen },
  });
  registerExportCommands();
  registerWorkspaceCommands();
  registerCommands(viewCommands());
  registerStepCommands();
  registerForkCommands();
  registerProductionCommands();
  registerCommands({
    'run.start': { run: runOrResume, isEnabled: () => isOpen() && !isRunning() },
    'run.pause': { run: pause, isEnabled: isRunning },
    'run.step': { run: step, isEnabled: isOpen },
    'run.stepTick': { run: through.stepTick, isEnabled: isOpen },
    'run.stepChange': { run: through.stepToChange, isEnabled: () => isOpen() && hasStep() },
    'run.toEnd': { run: through.runToEnd, isEnabled: isOpen },
    'run.back': { run: through.stepBack, isEnabled: () => useRun.getState().shown > 1 },
    'run.tickBack': { run: through.tickBack, isEnabled: () => useRun.getState().shown > 1 },
    'run.runBack': { run: through.runBack, isEnabled: () => useRun.getState().shown > 1 },
    'run.logStart': { run: through.toStart, isEnabled: hasEvents },
    'run.logEnd': { run: through.toEnd, isEnabled: () => isInThePast(useRun.getState()) },
    'run.breakpoint': { run: toggleBreakpoint, isEnabled: () => isOpen() && hasStep() },
    'run.stop': { run: stop, isEnabled: hasRun },
    'run.restart': { run: restart, isEnabled: () => isOpen() && useRun.getState().view !== null },
    'run.speed1': { run: () => setSpeed(1) },
    'run.speed10': { run: () => setSpeed(10) },
    'run.speed100': { run: () => setSpeed(100) },
    'run.speedMax': { run: () => setSpeed('max') },
    'run.chooseScenario': { run: () => showOverlay('scenarios'), isEnabled: isOpen },
    'run.toggle': { run: runOrPause, isEnabled: isOpen },

    'go.canvas': { run: () => goTo('canvas') },
    'go.text': { run: () => goTo('text') },
    'go.details': { run: () => goTo('details') },
    'go.events': { run: () => goTo('events') },
    'go.problems': { run: () => goTo('problems') },
    'go.nextProblem': { run: () => nextProblem(1), isEnabled: hasProblems },
    'go.previousProblem': { run: () => nextProblem(-1), isEnabled: hasProblems },
    'go.step': { run: () => showOverlay('steps'), isEnabled: isOpen },

    'help.shortcuts': { run: () => showOverlay('shortcuts') },
    'help.about': { run: () => showOverlay('about') },
  });
}

/** The texts of scenarios have an undo of their own. */
function isAtScenario(): boolean {
  return document.activeElement?.closest('[data-scope="faults"], [data-scope="scenarios"]') != null;
}

function toggleBreakpoint(): void {
  const { step } = useSelection.getState();
  if (step !== null) toggleStepBreakpoint(templateKey(), step);
}

/** The text may be hidden: then it comes first. */
function findInText(): void {
  goTo('text');
  editor.find();
}

function viewCommands(): Parameters<typeof registerCommands>[0] {
  return {
    'view.palette': { run: () => showOverlay('palette') },
    'view.toggleExplorer': toggle('showsExplorer'),
    'view.toggleDetails': toggle('showsDetails'),
    'view.togglePanel': toggle('showsPanel'),
    'view.canvasOnly': { run: () => showCentre('canvas') },
    'view.split': { run: () => showCentre('split') },
    'view.textOnly': { run: () => showCentre('text') },
    'view.fit': { run: canvas.fit, isEnabled: isOpen },
    'view.zoomReset': { run: canvas.zoomReset, isEnabled: isOpen },
    'view.zoomIn': { run: canvas.zoomIn, isEnabled: isOpen },
    'view.zoomOut': { run: canvas.zoomOut, isEnabled: isOpen },
    'view.toggleMinimap': {
      run: () => setPreferences({ showsMinimap: usePreferences.getState().showsMinimap === false }),
    },
    'view.themeSystem': theme('system'),
    'view.themeLight': theme('light'),
    'view.themeDark': theme('dark'),
  };
}

function toggle(pane: 'showsExplorer' | 'showsDetails' | 'showsPanel'): CommandAction {
  return { run: () => setPreferences({ [pane]: !usePreferences.getState()[pane] }) };
}

function theme(name: Theme): CommandAction {
  return { run: () => setPreferences({ theme: name }) };
}
