/**
 * Says to screen readers what happens, politely and seldom: the state of the run and how far it is. One region for the
 * whole window.
 */
import { useEffect, useState } from 'react';
import { isUnderWay, useRun } from '../../store/run/run.ts';
import { outcomeWords } from '../run/outcome-words.ts';

const SELDOM_MS = 2_500;

export function Announcer() {
  const [words, setWords] = useState('');
  useEffect(() => {
    let last = '';
    const say = (): void => {
      const now = inWords();
      if (now !== last) setWords(now);
      last = now;
    };
    const timer = setInterval(say, SELDOM_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <div role="status" aria-live="polite" className="unseen">
      {words}
    </div>
  );
}

function inWords(): string {
  const state = useRun.getState();
  if (state.view === null) return '';
  if (isUnderWay(state)) return `Run ${state.view.status}, ${state.count} events.`;
  return `Run ${outcomeWords(state.view)} after ${state.count} events.`;
}
