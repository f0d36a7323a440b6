/** What the next run goes by: scenario, profile, environment, seed. */
import { useDocument } from '../../store/document.ts';
import { useRunSettings } from '../../store/run/settings.ts';
import type { ProfileName } from '../../store/run/settings.ts';
import { showOverlay } from '../../store/overlays.ts';
import { Select } from '../../ui/controls/select.tsx';
import styles from './run-controls.module.css';
import { SeedField } from './seed-field.tsx';

/** Radix allows no empty value. */
const NONE = '(none)';
const MORE = '(more)';

export function RunSettingsBar() {
  return (
    <div className={styles['settings']}>
      <ScenarioChoice />
      <ProfileChoice />
      <EnvironmentChoice />
      <SeedField />
    </div>
  );
}

function ScenarioChoice() {
  const scenarios = useDocument((state) => state.scenarios);
  const chosen = useDocument((state) => state.scenario);
  const choose = (value: string): void => {
    if (value === MORE) showOverlay('scenarios');
    else useDocument.setState({ scenario: value === NONE ? null : value });
  };
  return (
    <Select
      label="Scenario"
      maxWidth={210}
      value={chosen ?? NONE}
      onChange={choose}
      options={[
        { value: NONE, title: 'Everything succeeds', detail: 'no scenario' },
        ...scenarios.map(({ file, title }) => ({ value: file, title, detail: file })),
        { value: MORE, title: 'More…', detail: 'descriptions, other files' },
      ]}
    />
  );
}

const PROFILES = [
  {
    value: 'scenario',
    title: 'Profile: scenario’s',
    detail: 'documented unless the scenario says otherwise',
  },
  { value: 'documented', title: 'documented', detail: 'what Tasker promises' },
  { value: 'rails-1.0', title: 'rails-1.0', detail: 'what the shipped engine does' },
] as const;

function ProfileChoice() {
  const profile = useRunSettings((state) => state.profile);
  const choose = (value: string): void => {
    const named = PROFILES.find((each) => each.value === value)?.value ?? 'scenario';
    useRunSettings.setState({ profile: named === 'scenario' ? null : (named satisfies ProfileName) });
  };
  return (
    <Select
      label="Profile"
      options={PROFILES}
      value={profile ?? 'scenario'}
      onChange={choose}
      maxWidth={150}
    />
  );
}

function EnvironmentChoice() {
  const environments = useDocument((state) => state.view.environments);
  const environment = useDocument((state) => state.environment);
  if (environments.length === 0) return null;
  return (
    <Select
      label="Environment"
      maxWidth={140}
      value={environment ?? NONE}
      onChange={(value) => useDocument.setState({ environment: value === NONE ? null : value })}
      options={[
        { value: NONE, title: 'base', detail: 'no environment' },
        ...environments.map((name) => ({ value: name, title: name })),
      ]}
    />
  );
}
