/** Problems at a field, each with the ways to mend it. */
import type { Fix, Problem } from '../../../../../src-engine/template/problem.ts';
import { applyFix } from '../../../../template/apply-fix.ts';
import { SEVERITY_LOOKS } from '../../../problems/severity.ts';
import { useFormScope } from '../state/form-scope.tsx';
import styles from './field.module.css';

/** More of them would push the form away; all are in the list of problems. */
const MOST = 3;

export function FieldProblems({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles['problems']}>
      {problems.slice(0, MOST).map((problem) => (
        <ProblemLine key={`${problem.path} ${problem.code} ${problem.message}`} problem={problem} />
      ))}
      {problems.length > MOST && <li>{problems.length - MOST} more in the list of problems.</li>}
    </ul>
  );
}

function ProblemLine({ problem }: { readonly problem: Problem }) {
  const { severity, message, hint, fixes = [] } = problem;
  const { icon: Icon, one, colour } = SEVERITY_LOOKS[severity];
  return (
    <li className={styles['problem']}>
      <Icon size={13} role="img" aria-label={one} style={{ color: `var(${colour})` }} />
      <span>
        {message} {hint !== '' && <span className={styles['hint']}>{hint}</span>}
        {fixes.length > 0 && (
          <span className={styles['fixes']}>
            {fixes.map((fix) => (
              <FixButton key={fix.title} fix={fix} />
            ))}
          </span>
        )}
      </span>
    </li>
  );
}

function FixButton({ fix }: { readonly fix: Fix }) {
  const { lock } = useFormScope();
  return (
    <button
      type="button"
      className={styles['action']}
      disabled={lock !== null}
      onClick={() => void applyFix(fix)}
    >
      {fix.title}
    </button>
  );
}
