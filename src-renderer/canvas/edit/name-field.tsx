/** The field for a step's name, on its card. Enter takes it, Escape leaves it; so does going elsewhere with nothing changed. */
import type { FocusEvent, KeyboardEvent } from 'react';
import { useRef } from 'react';
import type { GraphStep } from '../../graph/graph-model.ts';
import { stopNaming, useCanvasEdit } from '../../store/canvas-edit.ts';
import { focus } from '../canvas-commands.ts';
import styles from './edit.module.css';
import { renameStep } from './step-edits.ts';

/** Of the database column. */
const LONGEST_NAME = 128;

export function NameField({ step }: { readonly step: GraphStep }) {
  const isOver = useRef(false);
  const finish = (name: string | null): void => {
    if (isOver.current) return;
    isOver.current = true;
    const { isNew } = useCanvasEdit.getState();
    stopNaming();
    if (name !== null && name !== '') void renameStep(step.id, name, isNew);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    finish(event.key === 'Enter' ? event.currentTarget.value.trim() : null);
    focus();
  };
  return (
    <input
      className={`nodrag nopan ${styles['nameField']}`}
      aria-label="Name of the step"
      defaultValue={step.name}
      maxLength={LONGEST_NAME}
      spellCheck={false}
      ref={selectAll}
      onKeyDown={onKeyDown}
      onBlur={(event: FocusEvent<HTMLInputElement>) => finish(event.currentTarget.value.trim())}
    />
  );
}

/** As it appears; the page does not scroll to it, the canvas has brought its card into view. */
function selectAll(field: HTMLInputElement | null): void {
  if (field === null || document.activeElement === field) return;
  field.focus({ preventScroll: true });
  field.select();
}
