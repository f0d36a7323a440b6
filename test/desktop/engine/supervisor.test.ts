import { expect, test } from 'vitest';
import type { EngineState } from '../../../src-shared/desktop/bridge.ts';
import { createSupervisor } from '../../../src-main/desktop/engine/supervisor.ts';
import type { EngineProcess, Supervisor } from '../../../src-main/desktop/engine/supervisor.ts';

interface FakeProcess extends EngineProcess {
  spawn(): void;
  exit(code: number): void;
  readonly isKilled: () => boolean;
}

interface Setting {
  readonly supervisor: Supervisor<FakeProcess>;
  readonly processes: readonly FakeProcess[];
  readonly states: readonly EngineState[];
  readonly waits: readonly number[];
  /** Runs what was put off. */
  readonly wait: (ms: number) => void;
}

function fakeProcess(): FakeProcess {
  let spawn = (): void => {};
  let exit = (_code: number): void => {};
  let isKilled = false;
  return {
    onSpawn: (listener) => void (spawn = listener),
    onExit: (listener) => void (exit = listener),
    kill: () => void (isKilled = true),
    spawn: () => spawn(),
    exit: (code) => exit(code),
    isKilled: () => isKilled,
  };
}

function setting(): Setting {
  const processes: FakeProcess[] = [];
  const states: EngineState[] = [];
  const waits: number[] = [];
  let time = 0;
  let later: (() => void) | undefined;
  const supervisor = createSupervisor<FakeProcess>({
    start: fakeProcess,
    started: (process) => void processes.push(process),
    report: (state) => void states.push(state),
    now: () => time,
    later: (delayMs, action) => {
      waits.push(delayMs);
      later = action;
      return () => void (later = undefined);
    },
  });
  const wait = (ms: number): void => {
    time += ms;
    const action = later;
    later = undefined;
    action?.();
  };
  return { supervisor, processes, states, waits, wait };
}

const kinds = (states: readonly EngineState[]): readonly string[] => states.map(({ kind }) => kind);

test('a process is starting until it runs', () => {
  const { supervisor, processes, states } = setting();
  supervisor.start();
  processes[0]?.spawn();
  expect(kinds(states)).toEqual(['starting', 'running']);
});

test('one that ends is started again after a pause', () => {
  const { supervisor, processes, states, waits, wait } = setting();
  supervisor.start();
  processes[0]?.spawn();
  processes[0]?.exit(9);
  expect(supervisor.process()).toBeUndefined();
  expect(supervisor.state()).toEqual({
    kind: 'restarting',
    reason: 'The engine ended unexpectedly (code 9).',
  });
  expect(waits).toEqual([250]);
  wait(250);
  processes[1]?.spawn();
  expect(kinds(states)).toEqual(['starting', 'running', 'restarting', 'running']);
});

test('after the fourth end within a minute it stays down', () => {
  const { supervisor, processes, wait } = setting();
  supervisor.start();
  for (let index = 0; index < 4; index += 1) {
    processes[index]?.exit(1);
    wait(1_000);
  }
  expect(supervisor.state()).toMatchObject({ kind: 'down' });
  expect(processes).toHaveLength(4);
});

test('the user starts one that is down, and its failures are forgotten', () => {
  const { supervisor, processes, wait } = setting();
  supervisor.start();
  for (let index = 0; index < 4; index += 1) {
    processes[index]?.exit(1);
    wait(1_000);
  }
  supervisor.restart();
  processes[4]?.spawn();
  expect(supervisor.state()).toEqual({ kind: 'running' });
  processes[4]?.exit(1);
  expect(supervisor.state()).toMatchObject({ kind: 'restarting' });
});

test('one that hangs is killed and replaced; its end is no news', () => {
  const { supervisor, processes, states } = setting();
  supervisor.start();
  processes[0]?.spawn();
  supervisor.restart();
  expect(processes[0]?.isKilled()).toBe(true);
  processes[1]?.spawn();
  processes[0]?.exit(15);
  expect(kinds(states)).toEqual(['starting', 'running', 'restarting', 'running']);
});

test('restarting while it waits starts at once, and only once', () => {
  const { supervisor, processes, wait } = setting();
  supervisor.start();
  processes[0]?.exit(1);
  supervisor.restart();
  wait(10_000);
  expect(processes).toHaveLength(2);
});

test('after the stop nothing is started any more', () => {
  const { supervisor, processes, wait } = setting();
  supervisor.start();
  supervisor.stop();
  processes[0]?.exit(0);
  wait(10_000);
  supervisor.restart();
  supervisor.start();
  expect(processes).toHaveLength(1);
  expect(processes[0]?.isKilled()).toBe(true);
});
