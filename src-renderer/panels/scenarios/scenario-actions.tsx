/** What can be done with a scenario file. */
import { Ellipsis } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ScenarioDifference } from '../../../src-engine/api/contract/scenario-schemas.ts';
import { engine } from '../../api/engine.ts';
import {
  deleteScenario,
  duplicateScenario,
  saveScenario,
  saveScenarioCopy,
  setScenarioText,
} from '../../document/scenario-files.ts';
import type { Scenario } from '../../platform/platform.ts';
import { attempt } from '../../run/run-actions.ts';
import { useDocument } from '../../store/document.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { Menu } from '../../ui/menus/menu.tsx';
import { Dialog } from '../../ui/over/dialog.tsx';
import styles from './scenarios.module.css';

export function ScenarioActions({ scenario }: { readonly scenario: Scenario }) {
  const others = useDocument((state) => state.scenarios).filter(({ file }) => file !== scenario.file);
  const [isEdited, setIsEdited] = useState(false);
  const [compared, setCompared] = useState<Scenario | null>(null);
  return (
    <>
      <Menu
        trigger={<IconButton icon={Ellipsis} label={`More for ${scenario.title}`} />}
        items={[
          { id: 'edit', title: 'Edit as text…', onSelect: () => setIsEdited(true) },
          { id: 'duplicate', title: 'Duplicate', onSelect: () => void duplicateScenario(scenario) },
          {
            id: 'compare',
            title: 'Compare with',
            items: others.map((other) => ({
              id: other.file,
              title: other.title,
              onSelect: () => setCompared(other),
            })),
          },
          { id: 'save', title: 'Save beside the template', onSelect: () => void saveScenario(scenario) },
          { id: 'copy', title: 'Save a copy…', onSelect: () => saveScenarioCopy(scenario) },
          {
            id: 'delete',
            title: 'Delete…',
            startsGroup: true,
            onSelect: () => void deleteScenario(scenario),
          },
        ]}
      />
      {isEdited && <TextDialog scenario={scenario} onClose={() => setIsEdited(false)} />}
      {compared !== null && (
        <CompareDialog left={scenario} right={compared} onClose={() => setCompared(null)} />
      )}
    </>
  );
}

interface TextDialogProps {
  readonly scenario: Scenario;
  readonly onClose: () => void;
}

function TextDialog({ scenario, onClose }: TextDialogProps) {
  const [text, setText] = useState(scenario.text);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const take = async (): Promise<void> => {
    const template = { text: useDocument.getState().text };
    const read = await attempt(async () => (await engine()).scenarios.read({ text, template }));
    if (read === null) return;
    const errors = read.problems.filter(({ severity }) => severity === 'error');
    setProblems(errors.map(({ line, message, hint }) => `Line ${line}: ${message} ${hint}`));
    if (errors.length > 0) return;
    setScenarioText(scenario, text);
    onClose();
  };
  return (
    <Dialog title={scenario.file} isOpen size="large" onClose={onClose}>
      <textarea
        className={styles['text']}
        aria-label={`Text of ${scenario.title}`}
        rows={22}
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {problems.map((problem) => (
        <p key={problem} role="alert" className={styles['reason']}>
          {problem}
        </p>
      ))}
      <div className={styles['foot']}>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" onClick={() => void take()}>
          Take the text
        </Button>
      </div>
    </Dialog>
  );
}

interface CompareDialogProps {
  readonly left: Scenario;
  readonly right: Scenario;
  readonly onClose: () => void;
}

function CompareDialog({ left, right, onClose }: CompareDialogProps) {
  const [differences, setDifferences] = useState<readonly ScenarioDifference[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    void attempt(async () => (await engine()).scenarios.compare({ left: left.text, right: right.text })).then(
      (answer) => isWanted && setDifferences(answer),
    );
    return () => {
      isWanted = false;
    };
  }, [left.text, right.text]);
  return (
    <Dialog title="Two scenarios compared" isOpen size="large" onClose={onClose}>
      {differences?.length === 0 && <p>They say the same.</p>}
      <table className={styles['compared']}>
        <thead>
          <tr>
            <th>Key</th>
            <th>{left.title}</th>
            <th>{right.title}</th>
          </tr>
        </thead>
        <tbody>
          {(differences ?? []).map((each) => (
            <tr key={each.path}>
              <td>
                <code>{each.path}</code>
              </td>
              <td>{each.left ?? '–'}</td>
              <td>{each.right ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
