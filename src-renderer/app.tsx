/** The whole window: what lies where, and what lies over it. */
import { Tooltip } from 'radix-ui';
import { Overlays } from './shell/overlays.tsx';
import { Questions } from './shell/messages/questions.tsx';
import { ValueDialog } from './shell/messages/value-dialog.tsx';
import { Announcer } from './shell/messages/announcer.tsx';
import { ProductionDialogs } from './shell/production/production-dialogs.tsx';
import { DropTarget } from './shell/frame/drop-target.tsx';
import { Workbench } from './shell/frame/workbench.tsx';
import { Toasts } from './ui/over/toasts.tsx';

export function App() {
  return (
    <Tooltip.Provider delayDuration={450}>
      <DropTarget>
        <Workbench />
      </DropTarget>
      <Overlays />
      <ProductionDialogs />
      <Questions />
      <ValueDialog />
      <Toasts />
      <Announcer />
    </Tooltip.Provider>
  );
}
