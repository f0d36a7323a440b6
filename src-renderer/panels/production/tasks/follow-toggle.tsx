/** Whether the list follows the database, and how that goes. */
import { Radio } from 'lucide-react';
import { useEffect, useState } from 'react';
import { followTasks } from '../../../production/follow-tasks.ts';
import { openConnection, useProduction } from '../../../store/production/production.ts';
import type { FollowState } from '../../../store/production/tasks.ts';
import { useTasks } from '../../../store/production/tasks.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { ago } from '../parts/ago.ts';
import { useNow } from '../parts/when.tsx';
import styles from './tasks.module.css';

export function FollowToggle() {
  const [isFollowing, setIsFollowing] = useState(false);
  const connection = useProduction(openConnection);
  const filter = useTasks((state) => state.filter);
  // Whether a task is stuck follows from time that passes, not from rows that change.
  const canFollow = !filter.stuckOnly;
  useEffect(
    () => (isFollowing && canFollow && connection !== null ? followTasks(filter) : undefined),
    [isFollowing, canFollow, connection, filter],
  );
  return (
    <>
      <Button
        icon={Radio}
        aria-pressed={isFollowing && canFollow}
        title={canFollow ? undefined : 'What is stuck does not change by itself: refresh the list'}
        disabled={connection === null || !canFollow}
        onClick={() => setIsFollowing(!isFollowing)}
      >
        Follow
      </Button>
      <FollowWords />
    </>
  );
}

function FollowWords() {
  const follow = useTasks((state) => state.follow);
  const nowMs = useNow();
  if (follow.kind === 'off') return null;
  return (
    <output className={styles['follow']} data-kind={follow.kind}>
      <i aria-hidden />
      {followWords(follow, nowMs)}
    </output>
  );
}

function followWords(follow: FollowState, nowMs: number): string {
  switch (follow.kind) {
    case 'off':
      return '';
    case 'starting':
      return 'begins to follow…';
    case 'live':
      return follow.at === null ? 'live' : `live, last change ${ago(follow.at, nowMs)}`;
    case 'resting':
      return 'rests while the window is hidden';
    case 'trouble':
      return `${follow.trouble.message} ${follow.trouble.hint} It is tried again by itself.`;
    default:
      return follow satisfies never;
  }
}
