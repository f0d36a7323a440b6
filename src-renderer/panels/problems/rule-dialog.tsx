/** Why a problem is one: what the engine does, and how it can be mended. The rules are loaded when somebody first asks. */
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { Rule } from '../../../src-engine/lint/rule.ts';
import { Dialog } from '../../ui/over/dialog.tsx';
import styles from './problems.module.css';

const useAsked = create<{ readonly code: string | null }>(() => ({ code: null }));

export function explainRule(code: string): void {
  useAsked.setState({ code });
}

export function RuleDialog() {
  const code = useAsked((state) => state.code);
  return code === null ? null : <Explanation code={code} />;
}

function Explanation({ code }: { readonly code: string }) {
  const rule = useRule(code);
  const close = (): void => useAsked.setState({ code: null });
  return (
    <Dialog title={rule?.title ?? code} isOpen onClose={close}>
      {rule !== undefined && (
        <div className={styles['rule']}>
          <p>{rule.reason}</p>
          <p>
            <strong>{rule.hint}</strong>
          </p>
          <p className={styles['silencing']}>
            In a configuration and in comments this rule is called <code>{code}</code>. A line is silenced by{' '}
            <code># tasker-lint-disable-line {code}</code>; examples are in <code>docs/rules/{code}.md</code>.
          </p>
        </div>
      )}
    </Dialog>
  );
}

function useRule(code: string): Rule | undefined {
  const [rule, setRule] = useState<Rule>();
  useEffect(() => {
    let isGone = false;
    const load = async (): Promise<void> => {
      const { ruleOf } = await import('../../../src-engine/lint/registry.ts');
      if (!isGone) setRule(ruleOf(code));
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [code]);
  return rule;
}
