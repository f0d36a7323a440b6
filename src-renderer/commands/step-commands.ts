/** Says what the commands for steps and their cards do. */
import { addToSelected } from '../canvas/edit/carry-gesture.ts';
import { copySelected, cutSelected, hasCopied, paste } from '../canvas/edit/clipboard.ts';
import { align, distribute, layOutAll, tidy } from '../canvas/edit/move-cards.ts';
import { addStep, deleteSelected, duplicateSelected, insertStep } from '../canvas/edit/step-edits.ts';
import { useGraph } from '../canvas/shown/graph-store.ts';
import type { Alignment } from '../graph/arrange.ts';
import { startNaming } from '../store/canvas-edit.ts';
import { useDocument } from '../store/document.ts';
import { showOverlay } from '../store/overlays.ts';
import { isUnderWay, useRun } from '../store/run/run.ts';
import { selectSteps, useSelection } from '../store/selection.ts';
import { goTo } from './go-to.ts';
import type { CommandAction } from './registry.ts';
import { registerCommands } from './registry.ts';

const canEdit = (): boolean => useDocument.getState().isOpen && !isUnderWay(useRun.getState());
const selected = (): number => useSelection.getState().steps.length;
const hasEdge = (): boolean => useSelection.getState().edge !== null;
const isOne = (): boolean => canEdit() && selected() === 1;
const isAny = (): boolean => canEdit() && selected() > 0;
const hasSteps = (): boolean => useDocument.getState().view.steps.length > 0;

export function registerStepCommands(): void {
  registerCommands({
    'step.add': { run: () => addToSelected('step'), isEnabled: canEdit },
    'step.addRoot': { run: () => addStep('step', []), isEnabled: canEdit },
    'step.addApi': { run: () => addToSelected('api'), isEnabled: canEdit },
    'step.addOnce': { run: () => addToSelected('once'), isEnabled: canEdit },
    'step.insert': { run: insertIntoEdge, isEnabled: () => canEdit() && hasEdge() },
    'step.rename': { run: rename, isEnabled: isOne },
    'step.duplicate': { run: duplicateSelected, isEnabled: isAny },
    'step.delete': { run: deleteSelected, isEnabled: () => isAny() || (canEdit() && hasEdge()) },
    'step.connect': { run: () => showOverlay('connect'), isEnabled: isOne },
    'step.disconnect': { run: () => showOverlay('disconnect'), isEnabled: () => isOne() && hasNeighbours() },
    'step.selectAll': { run: selectAll, isEnabled: hasSteps },
    'step.copy': { run: copySelected, isEnabled: () => selected() > 0 },
    'step.cut': { run: cutSelected, isEnabled: isAny },
    'step.paste': { run: () => paste(), isEnabled: () => canEdit() && hasCopied() },
    'step.find': { run: () => showOverlay('steps'), isEnabled: hasSteps },

    'cards.alignLeft': aligning('left'),
    'cards.alignCentre': aligning('centre'),
    'cards.alignRight': aligning('right'),
    'cards.alignTop': aligning('top'),
    'cards.alignMiddle': aligning('middle'),
    'cards.alignBottom': aligning('bottom'),
    'cards.spreadAcross': { run: () => distribute('x'), isEnabled: () => selected() > 2 },
    'cards.spreadDown': { run: () => distribute('y'), isEnabled: () => selected() > 2 },
    'cards.tidy': { run: tidy, isEnabled: hasSteps },
    'cards.layOut': { run: layOutAll, isEnabled: hasSteps },
  });
}

function aligning(alignment: Alignment): CommandAction {
  return { run: () => align(alignment), isEnabled: () => selected() > 1 };
}

function hasNeighbours(): boolean {
  const { step } = useSelection.getState();
  return useDocument.getState().view.edges.some(({ from, to }) => from === step || to === step);
}

function rename(): void {
  const { step } = useSelection.getState();
  if (step === null) return;
  goTo('canvas');
  // The canvas takes the focus with the next frames; the field takes it after that.
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => startNaming(step))));
}

async function insertIntoEdge(): Promise<void> {
  const { edge } = useSelection.getState();
  if (edge !== null) await insertStep('step', edge.from, edge.to);
}

function selectAll(): void {
  selectSteps(useGraph.getState().shown?.model.ids ?? [], 'canvas');
}
