/** Leads to the step in the text. */
import { TextSelect } from 'lucide-react';
import { useDocument } from '../../../../store/document.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import { revealInText } from '../../../problems/reveal.ts';
import styles from './step-form.module.css';

export function ShowInText({ id }: { readonly id: string }) {
  const range = useDocument((state) => state.view.steps.find((step) => step.id === id)?.nameRange);
  if (range === undefined) return null;
  return (
    <Button
      look="quiet"
      icon={TextSelect}
      className={styles['small'] ?? ''}
      onClick={() => revealInText(range)}
    >
      Show in text
    </Button>
  );
}
