/** Dialogs about connections; loaded when the first one is opened. */
import { lazy, Suspense } from 'react';
import { useProduction } from '../../store/production/production.ts';
import { useEditedConnection } from '../../store/production/saved.ts';

const ConnectionDialog = lazy(async () => ({
  default: (await import('../../panels/production/connect/connection-dialog.tsx')).ConnectionDialog,
}));
const WritableDialog = lazy(async () => ({
  default: (await import('../../panels/production/connect/writable-dialog.tsx')).WritableDialog,
}));

export function ProductionDialogs() {
  const edited = useEditedConnection((state) => state.edited);
  const phase = useProduction((state) => state.phase);
  return (
    <Suspense fallback={null}>
      {edited !== null && <ConnectionDialog edited={edited} />}
      {phase.kind === 'writable' && edited === null && <WritableDialog {...phase} />}
    </Suspense>
  );
}
