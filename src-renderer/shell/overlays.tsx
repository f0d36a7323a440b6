/** What lies over the window: palette, lists to choose from, the sheet of shortcuts. One at a time. */
import { showOverlay, useOverlay } from '../store/overlays.ts';
import { About } from './overlays/about.tsx';
import { CommandPalette } from './overlays/command-palette.tsx';
import { ConnectPicker, DisconnectPicker } from './overlays/connect-picker.tsx';
import { ConnectionPicker } from './overlays/connection-picker.tsx';
import { ExamplePicker } from './overlays/example-picker.tsx';
import { ScenarioPicker } from './overlays/scenario-picker.tsx';
import { ShortcutSheet } from './overlays/shortcut-sheet.tsx';
import { StepPicker } from './overlays/step-picker.tsx';

export function Overlays() {
  const open = useOverlay((state) => state.open);
  const close = (): void => showOverlay(null);
  switch (open) {
    case 'palette':
      return <CommandPalette onClose={close} />;
    case 'steps':
      return <StepPicker onClose={close} />;
    case 'connect':
      return <ConnectPicker onClose={close} />;
    case 'disconnect':
      return <DisconnectPicker onClose={close} />;
    case 'examples':
      return <ExamplePicker onClose={close} />;
    case 'scenarios':
      return <ScenarioPicker onClose={close} />;
    case 'connections':
      return <ConnectionPicker onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case 'about':
      return <About onClose={close} />;
    case null:
      return null;
    default:
      return open satisfies never;
  }
}
