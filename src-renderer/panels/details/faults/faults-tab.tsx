/** What the chosen scenario makes the attempts of the step do: changed here, written into the scenario's text by the engine. */
import { FilePlus2, Save, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import type { KeyEdit } from '../../../../src-engine/api/contract/scenario-schemas.ts';
import type {
  Attempt,
  Scenario as ScenarioValue,
  StepFaults,
} from '../../../../src-engine/simulate/scenario.ts';
import type { Json } from '../../../../src-engine/template/template.ts';
import { changeScenario, newScenario, saveScenario } from '../../../document/scenario-files.ts';
import { useDocument } from '../../../store/document.ts';
import { useRun } from '../../../store/run/run.ts';
import { isScenarioDirty, useScenarioEdits } from '../../../store/scenario-edits.ts';
import { Button, IconButton } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Menu } from '../../../ui/menus/menu.tsx';
import { Block } from '../facts.tsx';
import { JsonText } from '../form/fields/json-control.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { AttemptStrip } from './attempt-strip.tsx';
import styles from './faults.module.css';
import { LatencyField } from './latency-field.tsx';
import { PRESETS } from './presets.ts';
import { Probabilities } from './probabilities.tsx';
import type { ChosenScenario } from './use-scenario.ts';
import { useChosenScenario } from './use-scenario.ts';

export function FaultsTab({ name }: { readonly name: string }) {
  const scenario = useChosenScenario();
  return (
    <section className={styles['tab']} aria-label={`Faults of ${name}`} data-scope="faults">
      <WhichScenario {...scenario} />
      {scenario.problems.length > 0 && (
        <ul className={styles['problems']}>
          {scenario.problems.map(({ line, message, hint }) => (
            <li key={`${line} ${message}`}>
              Line {line}: {message} {hint}
            </li>
          ))}
        </ul>
      )}
      {scenario.value !== null && <StepFaultsForm key={name} name={name} scenario={scenario.value} />}
    </section>
  );
}

const NONE = '(none)';

function WhichScenario({ file }: ChosenScenario) {
  const scenarios = useDocument((state) => state.scenarios);
  const isDirty = useScenarioEdits((edits) => file !== null && isScenarioDirty(edits, file));
  return (
    <div className={styles['which']}>
      <Select
        label="Scenario that is changed"
        value={file?.file ?? NONE}
        options={[
          { value: NONE, title: 'Everything succeeds', detail: 'a change makes a new scenario' },
          ...scenarios.map((each) => ({ value: each.file, title: each.title, detail: each.file })),
        ]}
        onChange={(value) => useDocument.setState({ scenario: value === NONE ? null : value })}
      />
      {isDirty && (
        <span className={styles['dirty']} role="img" aria-label="unsaved changes">
          ●
        </span>
      )}
      <IconButton icon={FilePlus2} label="New scenario" onClick={() => newScenario('New scenario')} />
      {file !== null && (
        <IconButton
          icon={Save}
          label="Save the scenario"
          disabled={!isDirty}
          onClick={() => void saveScenario(file)}
        />
      )}
    </div>
  );
}

function StepFaultsForm({ name, scenario }: { readonly name: string; readonly scenario: ScenarioValue }) {
  const faults: StepFaults = scenario.steps?.[name] ?? {};
  const made = useRun((state) => state.steps.get(name)?.attempt ?? 0);
  const [open, setOpen] = useState<number | 'then' | null>(null);
  const set = (key: keyof StepFaults, value: unknown): void => void changeScenario([edit(name, key, value)]);
  const attempts = faults.attempts ?? [];
  const setAttempts = (list: readonly Attempt[]): void =>
    set('attempts', list.length === 0 ? undefined : list);
  const opened = open === 'then' ? (faults.then ?? { outcome: 'success' as const }) : attempts[open ?? -1];
  return (
    <>
      <Block title="Attempts" extra={<Presets name={name} scenario={scenario} />}>
        <AttemptStrip
          attempts={attempts}
          then={faults.then}
          made={made}
          open={open}
          onOpen={setOpen}
          onChange={setAttempts}
        />
        {opened !== undefined && open !== null && (
          <AttemptForm
            key={String(open)}
            title={open === 'then' ? 'Later attempts' : `Attempt ${open + 1}`}
            attempt={opened}
            onChange={(attempt) =>
              open === 'then'
                ? set('then', attempt)
                : setAttempts(attempts.map((each, index) => (index === open ? attempt : each)))
            }
            onRemove={() => {
              if (open === 'then') set('then', undefined);
              else setAttempts(attempts.filter((_, index) => index !== open));
              setOpen(null);
            }}
          />
        )}
      </Block>
      <Block title="How long an attempt takes">
        <LatencyField
          latency={faults.latency}
          usual={scenario.latency}
          onChange={(latency) => set('latency', latency)}
        />
      </Block>
      <Block title="Chance of a fault">
        <Probabilities
          value={faults.probabilities ?? {}}
          onChange={(value) => set('probabilities', Object.keys(value).length === 0 ? undefined : value)}
        />
      </Block>
      <Block title="Results of a success">
        <JsonText
          label={`Results of ${name}`}
          value={faults.results}
          isDisabled={false}
          onSet={async (value) => {
            set('results', value);
            return null;
          }}
        />
      </Block>
      {scenario.steps?.[name] !== undefined && (
        <Button
          look="quiet"
          onClick={() => void changeScenario([{ kind: 'delete-value', path: ['steps', name] }])}
        >
          No faults at this step
        </Button>
      )}
    </>
  );
}

/** Absent keys are no JSON; what is undefined takes its key away. */
function edit(step: string, key: string, value: unknown): KeyEdit {
  const path = ['steps', step, key];
  if (value === undefined) return { kind: 'delete-value', path };
  return { kind: 'set-value', path, value: JSON.parse(JSON.stringify(value)) as Json };
}

function Presets({ name, scenario }: { readonly name: string; readonly scenario: ScenarioValue }) {
  return (
    <Menu
      trigger={
        <Button look="quiet" icon={WandSparkles}>
          Presets
        </Button>
      }
      items={PRESETS.map(({ id, title, sentence, edits }) => ({
        id,
        title: `${title}: ${sentence}`,
        onSelect: () => void changeScenario(edits(name, scenario)),
      }))}
    />
  );
}
