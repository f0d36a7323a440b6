import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Scenario } from '../../../src-renderer/platform/platform.ts';
import { useDocument } from '../../../src-renderer/store/document.ts';
import {
  dirtyScenarios,
  isScenarioDirty,
  putScenario,
  redoScenario,
  removeScenario,
  scenarioSaved,
  undoScenario,
  useScenarioEdits,
} from '../../../src-renderer/store/scenario-edits.ts';

const [GOOD, BAD] = ['order.good.scenario.yaml', 'order.bad.scenario.yaml'];
const NEW = 'order.new.scenario.yaml';

const scenario = (file: string, text: string, title = file): Scenario => ({
  file,
  title,
  description: '',
  text,
});

/** Another document, as it is read from disk. */
function open(...scenarios: readonly Scenario[]): void {
  useDocument.setState(({ load }) => ({
    load: load + 1,
    scenarios,
    scenario: scenarios[0]?.file ?? null,
  }));
}

const put = (file: string, text: string): void => putScenario(scenario(file, text));
const texts = () =>
  Object.fromEntries(useDocument.getState().scenarios.map(({ file, text }) => [file, text]));
const dirty = () => dirtyScenarios().map(({ file }) => file);

beforeEach(() => open(scenario(GOOD, 'good'), scenario(BAD, 'bad')));

describe('a scenario', () => {
  test('that was only read has nothing to save', () => {
    expect(dirty()).toEqual([]);
    put(GOOD, 'good');
    expect(dirty()).toEqual([]);
  });

  test('that is changed takes its place among the others, and has something to save', () => {
    put(GOOD, 'better');
    expect(Object.entries(texts())).toEqual([
      [GOOD, 'better'],
      [BAD, 'bad'],
    ]);
    expect(dirtyScenarios()).toEqual([scenario(GOOD, 'better')]);
  });

  test('that is changed back by hand has nothing to save', () => {
    put(GOOD, 'better');
    put(GOOD, 'good');
    expect(dirty()).toEqual([]);
  });

  test('that is new comes last, and has something to save even when it is empty', () => {
    put(NEW, '');
    expect(Object.keys(texts())).toEqual([GOOD, BAD, NEW]);
    expect(dirty()).toEqual([NEW]);
    expect(useScenarioEdits.getState().saved.get(NEW)).toBeNull();
  });

  test('is compared with what was read, however often it is changed', () => {
    put(GOOD, 'one');
    put(GOOD, 'two');
    expect(useScenarioEdits.getState().saved.get(GOOD)).toBe('good');
    expect(isScenarioDirty(useScenarioEdits.getState(), scenario(GOOD, 'good'))).toBe(false);
    expect(isScenarioDirty(useScenarioEdits.getState(), scenario(GOOD, 'one'))).toBe(true);
  });
});

describe('a saved scenario', () => {
  test('has nothing to save, and the others still have', () => {
    put(GOOD, 'better');
    put(BAD, 'worse');
    put(NEW, 'new');
    scenarioSaved(GOOD, 'better');
    scenarioSaved(NEW, 'new');
    expect(dirty()).toEqual([BAD]);
  });

  test('that was changed while it was written has the rest to save', () => {
    put(GOOD, 'written');
    put(GOOD, 'typed since');
    scenarioSaved(GOOD, 'written');
    expect(dirty()).toEqual([GOOD]);
    undoScenario();
    expect(dirty()).toEqual([]);
  });

  test('has something to save again when the change is undone', () => {
    put(GOOD, 'better');
    scenarioSaved(GOOD, 'better');
    undoScenario();
    expect(texts()[GOOD]).toBe('good');
    expect(dirty()).toEqual([GOOD]);
    redoScenario();
    expect(dirty()).toEqual([]);
  });
});

describe('undo', () => {
  test('goes back change by change through all scenarios, and redo forth again', () => {
    put(GOOD, 'better');
    put(BAD, 'worse');
    put(GOOD, 'best');
    const there = texts();
    undoScenario();
    expect(texts()).toEqual({ [GOOD]: 'better', [BAD]: 'worse' });
    undoScenario();
    expect(texts()).toEqual({ [GOOD]: 'better', [BAD]: 'bad' });
    undoScenario();
    expect(texts()).toEqual({ [GOOD]: 'good', [BAD]: 'bad' });
    expect(dirty()).toEqual([]);
    for (let step = 0; step < 3; step++) redoScenario();
    expect(texts()).toEqual(there);
  });

  test('gives back the title with the text that says it', () => {
    putScenario(scenario(GOOD, 'name: Better', 'Better'));
    undoScenario();
    expect(useDocument.getState().scenarios[0]).toEqual(scenario(GOOD, 'good'));
    redoScenario();
    expect(useDocument.getState().scenarios[0]).toEqual(scenario(GOOD, 'name: Better', 'Better'));
  });

  test('with nothing to undo and redo with nothing to redo change nothing', () => {
    const before = useDocument.getState();
    undoScenario();
    redoScenario();
    expect(useDocument.getState()).toBe(before);
    put(GOOD, 'better');
    redoScenario();
    expect(texts()[GOOD]).toBe('better');
  });

  test('does not count what changes nothing', () => {
    put(GOOD, 'better');
    put(GOOD, 'better');
    undoScenario();
    expect(texts()[GOOD]).toBe('good');
  });

  test('leaves a new scenario as it was added, and goes on to the change before', () => {
    put(GOOD, 'better');
    put(NEW, 'new');
    put(NEW, 'newer');
    undoScenario();
    expect(texts()).toMatchObject({ [GOOD]: 'better', [NEW]: 'new' });
    undoScenario();
    expect(texts()).toMatchObject({ [GOOD]: 'good', [NEW]: 'new' });
  });

  test('waits for a scenario that is not there', () => {
    put(BAD, 'worse');
    const { scenarios } = useDocument.getState();
    useDocument.setState({ scenarios: [] });
    undoScenario();
    expect(texts()).toEqual({});
    useDocument.setState({ scenarios });
    undoScenario();
    expect(texts()[BAD]).toBe('bad');
  });

  test('is forgotten ahead of a change: what was undone does not come back', () => {
    put(GOOD, 'better');
    undoScenario();
    put(BAD, 'worse');
    redoScenario();
    expect(texts()).toEqual({ [GOOD]: 'good', [BAD]: 'worse' });
  });

  test('reaches back a hundred changes', () => {
    for (let change = 1; change <= 105; change++) put(GOOD, `${change}`);
    for (let step = 0; step < 105; step++) undoScenario();
    expect(texts()[GOOD]).toBe('5');
    for (let step = 0; step < 105; step++) redoScenario();
    expect(texts()[GOOD]).toBe('105');
  });

  test('and redo lead along the texts there were, whatever the changes', () => {
    const change = fc.tuple(fc.constantFrom(GOOD, BAD), fc.constantFrom('a', 'b', 'good', 'bad'));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), fc.nat(40), (changes, back) => {
        open(scenario(GOOD, 'good'), scenario(BAD, 'bad'));
        const past = [texts()];
        for (const [file, text] of changes) {
          if (texts()[file] === text) continue;
          put(file, text);
          past.push(texts());
        }
        for (let step = 0; step < back; step++) undoScenario();
        expect(texts()).toEqual(past[Math.max(0, past.length - 1 - back)]);
        for (let step = 0; step < back; step++) redoScenario();
        expect(texts()).toEqual(past.at(-1));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a removed scenario', () => {
  test('is neither listed nor chosen nor to be saved', () => {
    put(GOOD, 'better');
    removeScenario(GOOD);
    expect(texts()).toEqual({ [BAD]: 'bad' });
    expect(useDocument.getState().scenario).toBeNull();
    expect(dirty()).toEqual([]);
  });

  test('leaves another one chosen', () => {
    removeScenario(BAD);
    expect(useDocument.getState().scenario).toBe(GOOD);
  });

  test('is passed over by undo', () => {
    put(GOOD, 'better');
    put(BAD, 'worse');
    removeScenario(BAD);
    undoScenario();
    expect(texts()).toEqual({ [GOOD]: 'good' });
  });

  test('is passed over by redo', () => {
    put(BAD, 'worse');
    put(GOOD, 'better');
    undoScenario();
    undoScenario();
    removeScenario(BAD);
    redoScenario();
    expect(texts()).toEqual({ [GOOD]: 'better' });
  });

  test('that is added anew is in no file', () => {
    put(GOOD, 'better');
    removeScenario(GOOD);
    put(GOOD, 'good');
    expect(dirty()).toEqual([GOOD]);
    undoScenario();
    expect(texts()[GOOD]).toBe('good');
  });
});

describe('another document', () => {
  test('has nothing to save, undo or redo of the one before, even under the same names', () => {
    put(GOOD, 'better');
    put(GOOD, 'best');
    undoScenario();
    open(scenario(GOOD, 'other'));
    expect(dirty()).toEqual([]);
    undoScenario();
    redoScenario();
    expect(texts()).toEqual({ [GOOD]: 'other' });
  });

  test('is not told of a file that was still being written when it was opened', () => {
    put(GOOD, 'better');
    open(scenario(GOOD, 'other'));
    scenarioSaved(GOOD, 'better');
    expect(dirty()).toEqual([]);
  });

  test('is what ends the edits, not a change of the same one', () => {
    put(GOOD, 'better');
    useDocument.setState({ text: 'name: order' });
    expect(dirty()).toEqual([GOOD]);
    undoScenario();
    expect(texts()[GOOD]).toBe('good');
  });
});
