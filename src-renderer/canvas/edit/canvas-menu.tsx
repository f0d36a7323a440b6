/** The menu of what the right button met: a step, several, an edge, or the ground between them. */
import type { MouseEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import { commandsHere, isEnabled, keysOf, runCommand } from '../../commands/registry.ts';
import { useRun } from '../../store/run/run.ts';
import { clearSelection, selectEdge, selectStep, useSelection } from '../../store/selection.ts';
import { ContextMenu } from '../../ui/menus/context-menu.tsx';
import type { MenuItem } from '../../ui/menus/menu.tsx';
import styles from './edit.module.css';
import { targetOf } from './pointer-targets.ts';

/** Groups of commands, in the order in which they stand. */
const OF_STEP: readonly (readonly CommandId[])[] = [
  ['step.rename', 'step.add', 'step.connect', 'step.disconnect'],
  ['step.copy', 'step.cut', 'step.paste', 'step.duplicate'],
  ['step.delete'],
  ['go.details'],
];
/** Once something runs, what may become of the step comes first. */
const OF_RUN: readonly (readonly CommandId[])[] = [
  [
    'outcome.succeed',
    'outcome.fail',
    'outcome.failForGood',
    'outcome.timeOut',
    'outcome.crash',
    'outcome.editResult',
  ],
  ['hand.resolveStep', 'hand.cancelStep', 'hand.resetStep', 'hand.retryLimit'],
  ['run.breakpoint', 'run.stepChange'],
];
const OF_STEPS: readonly (readonly CommandId[])[] = [
  ['step.copy', 'step.cut', 'step.duplicate', 'step.delete'],
  ['cards.alignLeft', 'cards.alignCentre', 'cards.alignRight'],
  ['cards.alignTop', 'cards.alignMiddle', 'cards.alignBottom'],
  ['cards.spreadAcross', 'cards.spreadDown', 'cards.tidy'],
];
const OF_EDGE: readonly (readonly CommandId[])[] = [['step.insert', 'step.delete']];
const OF_GROUND: readonly (readonly CommandId[])[] = [
  ['step.addRoot', 'step.paste', 'step.selectAll'],
  ['cards.tidy', 'cards.layOut', 'view.fit'],
];

export function CanvasMenu({ children }: { readonly children: ReactNode }) {
  const [items, setItems] = useState<readonly MenuItem[]>([]);
  return (
    <ContextMenu items={items} onOpen={() => setItems(itemsFor())}>
      <div className={styles['fill']} onContextMenuCapture={selectUnder}>
        {children}
      </div>
    </ContextMenu>
  );
}

/** What is clicked is what is meant; a selection of several is left if it is a part of it. */
function selectUnder({ target }: MouseEvent): void {
  // By the menu key it is the graph itself that is met: then the selection is meant.
  if (!(target instanceof Element) || target.id === 'canvas') return;
  const met = targetOf(target);
  if (met.kind === 'step' && !useSelection.getState().steps.includes(met.id)) selectStep(met.id, 'canvas');
  if (met.kind === 'edge') selectEdge({ from: met.from, to: met.to });
  if (met.kind === 'pane') clearSelection();
}

function itemsFor(): readonly MenuItem[] {
  const titles = new Map<string, string>(commandsHere().map(({ id, title }) => [id, title]));
  return groups().flatMap((group, place) =>
    group.map((id, index) => ({
      id,
      title: titles.get(id) ?? id,
      keys: keysOf(id),
      isDisabled: !isEnabled(id),
      startsGroup: place > 0 && index === 0,
      // The menu gives the focus back first.
      onSelect: () => void setTimeout(() => runCommand(id), 0),
    })),
  );
}

function groups(): readonly (readonly CommandId[])[] {
  const { steps, edge } = useSelection.getState();
  if (edge !== null) return OF_EDGE;
  if (steps.length > 1) return OF_STEPS;
  if (steps.length === 0) return OF_GROUND;
  return useRun.getState().shown > 0 ? [...OF_RUN, ...OF_STEP] : OF_STEP;
}
