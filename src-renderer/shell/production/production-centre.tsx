/** The place of production in the centre of the window; what is shown there is loaded when it is first wanted. */
import { lazy, Suspense } from 'react';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { Database } from 'lucide-react';

const Production = lazy(async () => ({
  default: (await import('../../panels/production/production.tsx')).Production,
}));

export function ProductionCentre() {
  return (
    <Suspense fallback={<EmptyState icon={Database} title="Production" text="Loading…" />}>
      <Production />
    </Suspense>
  );
}
