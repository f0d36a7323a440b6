/** Says what the commands of a production database do. */
import { disconnect } from '../production/connect.ts';
import { useDocument } from '../store/document.ts';
import { showOverlay } from '../store/overlays.ts';
import {
  hideProduction,
  openConnection,
  showProduction,
  showsProduction,
  useProduction,
} from '../store/production/production.ts';
import { editConnection, useSaved } from '../store/production/saved.ts';
import { registerCommands } from './registry.ts';

const isOpen = (): boolean => openConnection(useProduction.getState()) !== null;
const isAny = (): boolean => useProduction.getState().phase.kind !== 'none';
const hasTask = (): boolean => useProduction.getState().task !== null;

export function registerProductionCommands(): void {
  registerCommands({
    'production.connect': { run: choose },
    'production.newConnection': { run: () => editConnection({ kind: 'new' }) },
    'production.disconnect': { run: disconnect, isEnabled: isAny },
    'production.show': { run: toggle, isEnabled: isAny },
    'production.bringHome': { run: bringHome, isEnabled: () => isOpen() && hasTask() },
    'production.drift': {
      run: () => showProduction({ view: 'drift' }),
      isEnabled: () => isOpen() && useDocument.getState().isOpen,
    },
  });
}

/** Without a saved connection there is nothing to choose from. */
function choose(): void {
  if ((useSaved.getState().list ?? []).length === 0) editConnection({ kind: 'new' });
  else showOverlay('connections');
}

function toggle(): void {
  if (showsProduction(useProduction.getState())) hideProduction();
  else showProduction();
}

function bringHome(): void {
  useProduction.setState({ isShown: true, isBringingHome: true });
}
