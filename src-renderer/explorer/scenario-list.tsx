/** The scenarios beside the template; the chosen one is what the next run goes by. */
import { FlaskConical } from 'lucide-react';
import { runCommand } from '../commands/registry.ts';
import { useDocument } from '../store/document.ts';
import styles from './explorer.module.css';

export function ScenarioList() {
  const scenarios = useDocument((state) => state.scenarios);
  const chosen = useDocument((state) => state.scenario);
  return (
    <ul className={styles['plain']}>
      <li>
        <button
          type="button"
          className={styles['item']}
          aria-current={chosen === null}
          onClick={() => useDocument.setState({ scenario: null })}
        >
          <FlaskConical size={14} aria-hidden />
          <span>Everything succeeds</span>
        </button>
      </li>
      {scenarios.map(({ file, title, description }) => (
        <li key={file}>
          <button
            type="button"
            className={styles['item']}
            aria-current={chosen === file}
            title={description === '' ? file : description}
            onClick={() => useDocument.setState({ scenario: file })}
          >
            <FlaskConical size={14} aria-hidden />
            <span>{title}</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles['item']} onClick={() => runCommand('run.chooseScenario')}>
          <span className={styles['more']}>More…</span>
        </button>
      </li>
    </ul>
  );
}
