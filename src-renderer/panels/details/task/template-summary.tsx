/** The template in numbers, and how many problems it has. */
import { useMemo } from 'react';
import type { Severity } from '../../../../src-engine/template/problem.ts';
import { useDocument } from '../../../store/document.ts';
import { setPreferences } from '../../../store/preferences.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { countProblems, SEVERITIES } from '../../problems/problem-list.ts';
import { countInWords, SEVERITY_LOOKS } from '../../problems/severity.ts';
import { Block, Facts } from '../facts.tsx';
import styles from './task.module.css';
import { shapeOf } from './template-shape.ts';

export function TemplateSummary() {
  const view = useDocument((state) => state.view);
  const isOpen = useDocument((state) => state.isOpen);
  const { steps, depth, roots, leaves } = useMemo(() => shapeOf(view), [view]);
  const counts = countProblems(view.problems);
  if (!isOpen) return null;
  return (
    <Block title="Template">
      <Facts
        facts={[
          { name: 'Steps', value: steps.toLocaleString('en') },
          { name: 'Depth', value: view.cycles.length > 0 ? 'none: there is a cycle' : depth },
          { name: 'Roots, leaves', value: `${roots}, ${leaves}` },
          { name: 'Environments', value: view.environments.join(', ') },
          { name: 'Problems', value: <ProblemCounts counts={counts} /> },
        ]}
      />
    </Block>
  );
}

function ProblemCounts({ counts }: { readonly counts: Readonly<Record<Severity, number>> }) {
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (present.length === 0) return 'none';
  return (
    <Button
      look="quiet"
      className={styles['problems'] ?? ''}
      onClick={() => setPreferences({ showsPanel: true, bottomTab: 'problems' })}
    >
      {present.map((severity) => {
        const { icon: Icon, colour } = SEVERITY_LOOKS[severity];
        return (
          <span key={severity} className={styles['count']}>
            <Icon size={13} aria-hidden style={{ color: `var(${colour})` }} />
            {countInWords(severity, counts[severity])}
          </span>
        );
      })}
    </Button>
  );
}
