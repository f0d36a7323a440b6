/** Zoom, fit, minimap, direction. */
import { ArrowDownFromLine, ArrowRightFromLine, Map as MapIcon, Maximize, Minus, Plus } from 'lucide-react';
import { Panel, useStore } from '@xyflow/react';
import { keysOf, runCommand } from '../../commands/registry.ts';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import type { IconButtonProps } from '../../ui/controls/button.tsx';
import { useShowsMap } from './use-shows-map.ts';
import styles from './over.module.css';

export function CanvasControls() {
  return (
    <Panel
      position="bottom-left"
      className={styles['controls'] ?? ''}
      role="group"
      aria-label="View of the graph"
    >
      <CommandButton id="view.zoomOut" label="Zoom out" icon={Minus} />
      <Zoom />
      <CommandButton id="view.zoomIn" label="Zoom in" icon={Plus} />
      <span className={styles['line']} aria-hidden />
      <CommandButton id="view.fit" label="Fit the graph" icon={Maximize} />
      <DirectionButton />
      <MapButton />
    </Panel>
  );
}

function CommandButton({ id, ...rest }: IconButtonProps & { readonly id: CommandId }) {
  return <IconButton {...rest} keys={keysOf(id)} onClick={() => runCommand(id)} />;
}

function Zoom() {
  const percent = useStore(({ transform }) => Math.round(transform[2] * 100));
  return (
    <button
      type="button"
      className={styles['zoom']}
      title="Zoom to 100 %"
      onClick={() => runCommand('view.zoomReset')}
    >
      {percent} %
    </button>
  );
}

function MapButton() {
  const isShown = useShowsMap();
  return (
    <IconButton
      icon={MapIcon}
      label="Minimap"
      keys={keysOf('view.toggleMinimap')}
      isPressed={isShown}
      onClick={() => setPreferences({ showsMinimap: !isShown })}
    />
  );
}

function DirectionButton() {
  const isDown = usePreferences((state) => state.direction === 'down');
  return (
    <IconButton
      icon={isDown ? ArrowRightFromLine : ArrowDownFromLine}
      label={isDown ? 'Lay out from left to right' : 'Lay out from top to bottom'}
      onClick={() => setPreferences({ direction: isDown ? 'right' : 'down' })}
    />
  );
}
