/** The seed of the random draws; empty: the scenario's. */
import { useRunSettings } from '../../store/run/settings.ts';
import styles from './run-controls.module.css';

const LARGEST = 4_294_967_295;

export function SeedField() {
  const seed = useRunSettings((state) => state.seed);
  const change = (text: string): void => {
    const digits = text.replace(/\D/g, '').slice(0, 10);
    useRunSettings.setState({ seed: digits === '' ? null : Math.min(Number(digits), LARGEST) });
  };
  return (
    <label className={styles['seed']}>
      Seed
      <input
        type="text"
        inputMode="numeric"
        placeholder="auto"
        title="Seed of the random draws; empty: the scenario’s, else 1"
        value={seed ?? ''}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}
