/** Events and problems, below the document. */
import { X } from 'lucide-react';
import { runCommand } from '../../commands/registry.ts';
import { Events } from '../../panels/events/events.tsx';
import { Problems } from '../../panels/problems/problems.tsx';
import { useDocument } from '../../store/document.ts';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { useRun } from '../../store/run/run.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { Tabs } from '../../ui/controls/tabs.tsx';

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
        { id: 'problems', title: 'Problems', count: problems, content: <Problems /> },
      ]}
      extra={<IconButton icon={X} label="Hide the panel" onClick={() => runCommand('view.togglePanel')} />}
    />
  );
}
