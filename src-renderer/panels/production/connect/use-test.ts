/** Tries a connection out before it is saved; leaving the dialog gives it up. */
import { useEffect, useRef, useState } from 'react';
import { engine } from '../../../api/engine.ts';
import { failureOf } from '../../../api/failure.ts';
import type { Checked, ConnectionRequest } from '../../../store/production/types.ts';

export type TestState =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy' }
  | Exclude<Checked, { readonly kind: 'ok' }>
  | (Extract<Checked, { readonly kind: 'ok' }> & { readonly milliseconds: number });

export interface ConnectionTest {
  readonly state: TestState;
  readonly run: (request: () => Promise<ConnectionRequest>) => Promise<void>;
  readonly stop: () => void;
}

export function useTest(): ConnectionTest {
  const [state, setState] = useState<TestState>({ kind: 'none' });
  const controller = useRef(new AbortController());
  useEffect(() => () => controller.current.abort(), []);
  const stop = (): void => {
    controller.current.abort();
    setState({ kind: 'none' });
  };
  const run = async (request: () => Promise<ConnectionRequest>): Promise<void> => {
    controller.current.abort();
    controller.current = new AbortController();
    const { signal } = controller.current;
    setState({ kind: 'busy' });
    try {
      const { production } = await engine(signal);
      const asked = await request();
      const start = performance.now();
      const answer = await production.check(asked, { signal });
      const milliseconds = performance.now() - start;
      if (!signal.aborted) setState(answer.kind === 'ok' ? { ...answer, milliseconds } : answer);
    } catch (error) {
      if (signal.aborted) return;
      const { message, hint } = failureOf(error);
      setState({ kind: 'failed', trouble: { code: 'failed', message, hint: hint ?? 'Try again.' } });
    }
  };
  return { state, run, stop };
}
