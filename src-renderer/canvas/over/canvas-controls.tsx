/** Zoom, fit, direction. */
import { ArrowDownFromLine, ArrowRightFromLine, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { Panel } from '@xyflow/react';
import { keysOf, runCommand } from '../../commands/registry.ts';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { IconButton } from '../../ui/button.tsx';
import styles from '../canvas.module.css';

const BUTTONS = [
  { id: 'view.zoomIn', label: 'Zoom in', icon: Plus },
  { id: 'view.zoomOut', label: 'Zoom out', icon: Minus },
  { id: 'view.fit', label: 'Fit the graph', icon: Maximize },
  { id: 'view.toggleMinimap', label: 'Show or hide the minimap', icon: MapIcon },
] as const satisfies readonly { readonly id: CommandId; readonly label: string; readonly icon: unknown }[];

export function CanvasControls() {
  const direction = usePreferences((state) => state.direction);
  const isDown = direction === 'down';
  return (
    <Panel position="bottom-left" className={styles['controls'] ?? ''}>
      {BUTTONS.map(({ id, label, icon }) => (
        <IconButton key={id} icon={icon} label={label} keys={keysOf(id)} onClick={() => runCommand(id)} />
      ))}
      <IconButton
        icon={isDown ? ArrowRightFromLine : ArrowDownFromLine}
        label={isDown ? 'Lay out from left to right' : 'Lay out from top to bottom'}
        onClick={() => setPreferences({ direction: isDown ? 'right' : 'down' })}
      />
    </Panel>
  );
}
