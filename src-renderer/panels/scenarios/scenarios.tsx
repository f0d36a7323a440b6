/** The scenarios beside the template: which there are, and whether what they expect comes true. */
import { FilePlus2, FlaskConical, Play, Square } from 'lucide-react';
import { useEffect } from 'react';
import { newScenario } from '../../document/scenario-files.ts';
import { restart } from '../../run/run-actions.ts';
import type { Scenario } from '../../platform/platform.ts';
import { useDocument } from '../../store/document.ts';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import { isScenarioDirty, useScenarioEdits } from '../../store/scenario-edits.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/state/empty-state.tsx';
import { shortDuration } from '../../ui/data/virtual-time.ts';
import { ScenarioActions } from './scenario-actions.tsx';
import styles from './scenarios.module.css';
import type { TestState } from './test-runs.ts';
import { runTests, sourceOf, stopTests, useTestRuns } from './test-runs.ts';

const SETTLE_MS = 500;

export function Scenarios() {
  const scenarios = useDocument((state) => state.scenarios);
  const text = useDocument((state) => state.text);
  const isBusy = useTestRuns((state) => state.isBusy);
  const testsOnChange = usePreferences((state) => state.testsOnChange);
  useEffect(() => {
    if (!testsOnChange || scenarios.length === 0 || text === '') return undefined;
    const timer = setTimeout(() => void runTests(scenarios), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [testsOnChange, scenarios, text]);
  return (
    <section className={styles['scenarios']} data-scope="scenarios" aria-label="Scenarios">
      <div className={styles['bar']}>
        <Button icon={FilePlus2} onClick={() => newScenario('New scenario')}>
          New
        </Button>
        {isBusy ? (
          <Button icon={Square} onClick={stopTests}>
            Stop
          </Button>
        ) : (
          <Button icon={Play} disabled={scenarios.length === 0} onClick={() => void runTests(scenarios)}>
            Run all tests
          </Button>
        )}
        <label className={styles['toggle']}>
          <input
            type="checkbox"
            checked={testsOnChange}
            onChange={(event) => setPreferences({ testsOnChange: event.target.checked })}
          />
          Run on change
        </label>
        <Tally scenarios={scenarios} />
      </div>
      {scenarios.length === 0 ? (
        <EmptyState
          icon={FlaskConical}
          title="No scenarios yet"
          text="A scenario says what goes wrong and what is expected to come of it. It is kept beside the template."
        />
      ) : (
        <ul className={styles['list']}>
          {scenarios.map((scenario) => (
            <li key={scenario.file}>
              <Row scenario={scenario} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Tally({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const results = useTestRuns((state) => state.results);
  const states = scenarios.flatMap(({ file }) => results.get(file) ?? []);
  if (states.length === 0) return null;
  const met = states.filter((state) => lookOf(state).look === 'good').length;
  const bad = states.filter((state) => lookOf(state).look === 'bad').length;
  return (
    <output className={styles['tally']} data-look={bad > 0 ? 'bad' : 'good'}>
      {`${met} of ${scenarios.length} as expected${bad > 0 ? `, ${bad} not` : ''}`}
    </output>
  );
}

function Row({ scenario }: { readonly scenario: Scenario }) {
  const { file, title, description } = scenario;
  const state = useTestRuns(({ results }) => results.get(file));
  const isChosen = useDocument((document) => document.scenario === file);
  const isDirty = useScenarioEdits((edits) => isScenarioDirty(edits, scenario));
  const template = useDocument((document) => document.text);
  const isOld =
    state !== undefined && state.kind !== 'running' && template !== '' && state.of !== sourceOf(scenario);
  const { look, sign, words, reasons } = lookOf(state);
  const open = (): void => {
    useDocument.setState({ scenario: file });
    void restart();
  };
  return (
    <div className={styles['row']} data-chosen={isChosen}>
      <span className={styles['sign']} data-look={look} aria-hidden>
        {sign}
      </span>
      <button
        type="button"
        className={styles['name']}
        aria-pressed={isChosen}
        title={isChosen ? 'The next run goes by it' : 'Let the next run go by it'}
        onClick={() => useDocument.setState({ scenario: file })}
      >
        <span className={styles['title']}>
          {title}
          {isDirty && (
            <span role="img" aria-label="unsaved changes" className={styles['dirty']}>
              {' '}
              ●
            </span>
          )}
        </span>
        <span className={styles['detail']}>{`${file}${description === '' ? '' : ` · ${description}`}`}</span>
        <span className={styles['result']} data-look={look}>
          {`${words}${isOld ? ', before the last change' : ''}`}
        </span>
        {reasons.map((reason) => (
          <span key={reason} className={styles['reason']}>
            {reason}
          </span>
        ))}
      </button>
      <IconButton icon={FlaskConical} label={`Test ${title}`} onClick={() => void runTests([scenario])} />
      <IconButton icon={Play} label={`Open ${title} as a run`} onClick={open} />
      <ScenarioActions scenario={scenario} />
    </div>
  );
}

interface Look {
  readonly look: 'good' | 'bad' | 'none';
  readonly sign: string;
  readonly words: string;
  readonly reasons: readonly string[];
}

function lookOf(state: TestState | undefined): Look {
  if (state === undefined) return { look: 'none', sign: '·', words: 'not tested yet', reasons: [] };
  if (state.kind === 'running') return { look: 'none', sign: '…', words: 'is tested', reasons: [] };
  if (state.kind === 'bad') return { look: 'bad', sign: '✗', words: 'cannot be run', reasons: state.reasons };
  const { report, expectation } = state.answer;
  const ended = `${report.outcome.replaceAll('_', ' ')} after ${shortDuration(report.durationMs)}`;
  if (expectation === null || expectation.total === 0) {
    return { look: 'none', sign: '–', words: `${ended}; it expects nothing`, reasons: [] };
  }
  const { total, unmet } = expectation;
  const words = `${total - unmet.length} of ${total} met; ${ended}`;
  return {
    look: unmet.length === 0 ? 'good' : 'bad',
    sign: unmet.length === 0 ? '✓' : '✗',
    words,
    reasons: unmet,
  };
}
