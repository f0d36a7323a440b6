/** A text to be copied and run elsewhere. */
import { Copy } from 'lucide-react';
import { Button } from '../../../ui/controls/button.tsx';
import { copyText } from '../../../ui/data/copy-text.ts';
import styles from './parts.module.css';

export interface CodeBlockProps {
  /** Names the text, e.g. `The script`. */
  readonly name: string;
  readonly text: string;
}

export function CodeBlock({ name, text }: CodeBlockProps) {
  return (
    <div className={styles['code']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <pre tabIndex={0} role="region" aria-label={name}>
        {text}
      </pre>
      <Button icon={Copy} aria-label={`Copy: ${name}`} onClick={() => void copyText(text, name)}>
        Copy
      </Button>
    </div>
  );
}
