/** Says what the commands do that go on otherwise from the moment that is looked at. */
import type { Attempt } from '../../src-engine/simulate/scenario.ts';
import { besideOther } from '../run/beside.ts';
import { forkHere } from '../run/fork-run.ts';
import { actByHand, changeContext, editResult, letAttempt, setRetryLimit } from '../run/outcomes.ts';
import { useRun } from '../store/run/run.ts';
import { useSelection } from '../store/selection.ts';
import type { CommandAction } from './registry.ts';
import { registerCommands } from './registry.ts';

const hasMoment = (): boolean => useRun.getState().shown > 0;
const hasStep = (): boolean => hasMoment() && useSelection.getState().step !== null;

export function registerForkCommands(): void {
  registerCommands({
    'run.fork': { run: () => forkHere({ paused: true }), isEnabled: hasMoment },
    'run.otherProfile': { run: besideOther, isEnabled: hasMoment },
    'outcome.succeed': outcome({ outcome: 'success' }),
    'outcome.fail': outcome({ outcome: 'retryable_error' }),
    'outcome.failForGood': outcome({ outcome: 'permanent_error' }),
    'outcome.timeOut': outcome({ outcome: 'timeout' }),
    'outcome.crash': outcome({ outcome: 'crash' }),
    'outcome.editResult': ofStep(editResult),
    'hand.resolveStep': ofStep((step) => actByHand({ do: 'resolve_step', step }, ...goOn())),
    'hand.cancelStep': ofStep((step) => actByHand({ do: 'cancel_step', step })),
    'hand.resetStep': ofStep((step) => actByHand({ do: 'reset_step', step }, ...goOn())),
    'hand.retryLimit': ofStep(setRetryLimit),
    'hand.cancelTask': { run: () => actByHand({ do: 'cancel_task' }), isEnabled: hasMoment },
    'hand.resolveTask': { run: () => actByHand({ do: 'resolve_task' }), isEnabled: hasMoment },
    'hand.retryTask': { run: () => actByHand({ do: 'retry_task' }), isEnabled: hasMoment },
    'hand.context': { run: changeContext, isEnabled: hasMoment },
  });
}

function outcome(attempt: Attempt): CommandAction {
  return ofStep((step) => letAttempt(step, attempt));
}

function ofStep(work: (step: string) => Promise<void>): CommandAction {
  return {
    run: () => {
      const { step } = useSelection.getState();
      return step === null ? undefined : work(step);
    },
    isEnabled: hasStep,
  };
}

/** A task in error is in no queue: an operator puts it back, or nothing comes of the rest. */
function goOn() {
  return useRun.getState().task?.state === 'error' ? [{ do: 'retry_task' } as const] : [];
}
