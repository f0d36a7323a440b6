/** Shows the value that is asked for. */
import { useState } from 'react';
import type { ValuePrompt } from '../../store/value-prompt.ts';
import { useValuePrompt } from '../../store/value-prompt.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/over/dialog.tsx';
import styles from './value-dialog.module.css';

export function ValueDialog() {
  const prompt = useValuePrompt((state) => state.prompt);
  return prompt === null ? null : <Asked key={prompt.title} {...prompt} />;
}

function Asked({ title, text, initial, check, answer }: ValuePrompt) {
  const [typed, setTyped] = useState(initial);
  const trouble = check(typed);
  return (
    <Dialog title={title} description={text} isOpen onClose={() => answer(null)}>
      <textarea
        className={styles['input']}
        aria-label={title}
        rows={Math.min(16, Math.max(3, typed.split('\n').length + 1))}
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {trouble !== null && (
        <p role="alert" className={styles['trouble']}>
          {trouble}
        </p>
      )}
      <div className={styles['foot']}>
        <Button onClick={() => answer(null)}>Cancel</Button>
        <Button look="primary" disabled={trouble !== null} onClick={() => answer(typed)}>
          Fork with it
        </Button>
      </div>
    </Dialog>
  );
}
