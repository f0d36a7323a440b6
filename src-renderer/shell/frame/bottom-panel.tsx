/** What is told of the run and of the template, below the document. What is seldom looked at first is loaded when it is. */
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { Events } from '../../panels/events/events.tsx';
import { Problems } from '../../panels/problems/problems.tsx';
import { useDocument } from '../../store/document.ts';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { useRun } from '../../store/run/run.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';

const Timeline = lazy(async () => ({
  default: (await import('../../panels/timeline/timeline.tsx')).Timeline,
}));
const State = lazy(async () => ({ default: (await import('../../panels/state/state.tsx')).State }));
const Scenarios = lazy(async () => ({
  default: (await import('../../panels/scenarios/scenarios.tsx')).Scenarios,
}));
const Branches = lazy(async () => ({
  default: (await import('../../panels/branches/branches.tsx')).Branches,
}));

export function BottomPanel() {
  const chosen = usePreferences((state) => state.bottomTab);
  const events = useRun((state) => state.count);
  const problems = useDocument((state) => state.view.problems.length);
  return (
    <Tabs
      label="Panel"
      chosen={chosen}
      onChoose={(bottomTab) => setPreferences({ bottomTab })}
      tabs={[
        { id: 'events', title: 'Events', count: events, content: <Events /> },
        { id: 'timeline', title: 'Timeline', content: later(<Timeline />) },
        { id: 'state', title: 'State', content: later(<State />) },
        { id: 'branches', title: 'Branches', content: later(<Branches />) },
        { id: 'scenarios', title: 'Scenarios', content: later(<Scenarios />) },
        { id: 'problems', title: 'Problems', count: problems, content: <Problems /> },
      ]}
      extra={<IconButton icon={X} label="Hide the panel" onClick={() => runCommand('view.togglePanel')} />}
    />
  );
}

function later(content: ReactNode): ReactNode {
  return <Suspense fallback={null}>{content}</Suspense>;
}
