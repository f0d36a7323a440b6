/** What tasks are asked for. What is typed is asked for when the hand rests. */
import { FilterX } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { changeTaskFilter } from '../../../production/list-tasks.ts';
import { overview } from '../../../production/look.ts';
import type { Age, ProductionFilter } from '../../../store/production/filter.ts';
import { AGES, isFiltering, NO_FILTER } from '../../../store/production/filter.ts';
import { factsOf, useProduction } from '../../../store/production/production.ts';
import { useTasks } from '../../../store/production/tasks.ts';
import { IconButton } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { StateMark } from '../../../ui/state/state-mark.tsx';
import parts from '../parts/parts.module.css';
import { SavedFilters } from './saved-filters.tsx';
import { stateChoices } from './state-choices.ts';
import styles from './tasks.module.css';

const AGE_OPTIONS = Object.entries(AGES).map(([value, { title }]) => ({ value, title }));

export function FilterBar() {
  const filter = useTasks((state) => state.filter);
  const namespaces = overview.use((state) => state.value?.namespaces);
  return (
    <div className={parts['bar']} role="search" aria-label="Filter of tasks">
      <States filter={filter} />
      <TextFilter
        name="namespace"
        label="Namespace"
        value={filter.namespace}
        options={namespaces?.map(({ namespace }) => namespace)}
      />
      <TextFilter name="name" label="Name" value={filter.name} />
      <TextFilter name="version" label="Version" value={filter.version} />
      <TextFilter name="context" label="Text in the context" value={filter.context} />
      <Select
        label="Age"
        options={AGE_OPTIONS}
        value={filter.age}
        onChange={(age) => isAge(age) && changeTaskFilter({ age })}
      />
      <label className={styles['toggle']}>
        <input
          type="checkbox"
          checked={filter.stuckOnly}
          onChange={(event) => changeTaskFilter({ stuckOnly: event.target.checked })}
        />
        Stuck only
      </label>
      {isFiltering(filter) && (
        <IconButton icon={FilterX} label="Clear the filter" onClick={() => changeTaskFilter(NO_FILTER)} />
      )}
      <span className={parts['gap']} />
      <SavedFilters />
    </div>
  );
}

function isAge(age: string): age is Age {
  return Object.hasOwn(AGES, age);
}

function States({ filter }: { readonly filter: ProductionFilter }) {
  const generation = useProduction((state) => factsOf(state)?.generation ?? 'rails');
  const counted = overview.use((state) => state.value?.states);
  const choices = stateChoices(generation, counted?.map(({ state }) => state) ?? [], filter.states);
  return (
    <fieldset className={styles['chips']} aria-label="States">
      {choices.map((state) => (
        <button
          key={state}
          type="button"
          className={styles['chip']}
          aria-pressed={filter.states.includes(state)}
          onClick={() => changeTaskFilter({ states: toggled(filter.states, state) })}
        >
          <StateMark state={state} size={13} />
        </button>
      ))}
    </fieldset>
  );
}

function toggled(states: readonly string[], state: string): readonly string[] {
  return states.includes(state) ? states.filter((each) => each !== state) : [...states, state];
}

const REST_MS = 400;

interface TextFilterProps {
  readonly name: 'namespace' | 'name' | 'version' | 'context';
  readonly label: string;
  readonly value: string;
  readonly options?: readonly string[] | undefined;
}

function TextFilter({ name, label, value, options }: TextFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [before, setBefore] = useState(value);
  if (before !== value) {
    // What was typed goes when the filter is set from elsewhere.
    setBefore(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return undefined;
    const timer = setTimeout(() => changeTaskFilter({ [name]: typed }), REST_MS);
    return () => clearTimeout(timer);
  }, [name, typed, value]);
  return (
    <>
      <input
        type="text"
        className={styles['text']}
        aria-label={label}
        placeholder={label}
        value={typed}
        list={options === undefined ? undefined : id}
        spellCheck={false}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && changeTaskFilter({ [name]: typed })}
      />
      {options !== undefined && (
        <datalist id={id}>
          {options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </datalist>
      )}
    </>
  );
}
