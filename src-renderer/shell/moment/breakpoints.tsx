/** The breakpoints of the open template: a button with their number, and the list behind it. */
import { CircleDot, Plus, X } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { templateKey } from '../../run/send-breakpoints.ts';
import { useDocument } from '../../store/document.ts';
import type { Breakpoint } from '../../store/run/breakpoints.ts';
import { setBreakpoints, useBreakpointProblems, useBreakpoints } from '../../store/run/breakpoints.ts';
import { useRun } from '../../store/run/run.ts';
import { Button, IconButton } from '../../ui/controls/button.tsx';
import { BreakpointForm } from './breakpoint-form.tsx';
import { breakpointWords } from './breakpoint-words.ts';
import styles from './moment.module.css';

const NONE: readonly Breakpoint[] = [];

export function Breakpoints() {
  // Which template is open decides which of them are meant.
  useDocument((state) => `${state.view.namespace} ${state.view.name}`);
  const template = templateKey();
  const all = useBreakpoints((state) => state.byTemplate[template] ?? NONE);
  const isHit = useRun((state) => state.view?.hit != null);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button look="quiet" icon={CircleDot} className={isHit ? (styles['hit'] ?? '') : ''}>
          {all.length === 0 ? 'Breakpoints' : `Breakpoints (${all.length})`}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['popover']}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Breakpoints"
        >
          <List template={template} all={all} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function List({ template, all }: { readonly template: string; readonly all: readonly Breakpoint[] }) {
  const [edited, setEdited] = useState<string | null>(null);
  const replace = (changed: Breakpoint): void =>
    setBreakpoints(
      template,
      all.map((each) => (each.id === changed.id ? changed : each)),
    );
  const add = (): void => {
    const added = { id: crypto.randomUUID(), isEnabled: true, event: 'step.failed' };
    setBreakpoints(template, [...all, added]);
    setEdited(added.id);
  };
  return (
    <>
      <h3 className={styles['title']}>A run stops at</h3>
      {all.length === 0 && (
        <p className={styles['nothing']}>
          No breakpoints. F9 sets one at the selected step; here you can set one at an event, a state, an
          attempt, or any expression over the payload.
        </p>
      )}
      <ul className={styles['list']}>
        {all.map((each) => (
          <li key={each.id}>
            <Row
              breakpoint={each}
              isOpen={edited === each.id}
              onOpen={() => setEdited(edited === each.id ? null : each.id)}
              onChange={replace}
              onRemove={() =>
                setBreakpoints(
                  template,
                  all.filter(({ id }) => id !== each.id),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className={styles['foot']}>
        <Button icon={Plus} onClick={add}>
          Add a breakpoint
        </Button>
        {all.some(({ isEnabled }) => isEnabled) && (
          <Button
            look="quiet"
            onClick={() =>
              setBreakpoints(
                template,
                all.map((each) => ({ ...each, isEnabled: false })),
              )
            }
          >
            Switch all off
          </Button>
        )}
      </div>
    </>
  );
}

interface RowProps {
  readonly breakpoint: Breakpoint;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onChange: (breakpoint: Breakpoint) => void;
  readonly onRemove: () => void;
}

function Row({ breakpoint, isOpen, onOpen, onChange, onRemove }: RowProps) {
  const problem = useBreakpointProblems((state) => state.problems.get(breakpoint.id));
  const isHit = useRun((state) => state.view?.hit === breakpoint.id);
  const words = breakpointWords(breakpoint);
  return (
    <>
      <div className={styles['row']} data-hit={isHit}>
        <input
          type="checkbox"
          aria-label={`On: ${words}`}
          checked={breakpoint.isEnabled}
          onChange={(event) => onChange({ ...breakpoint, isEnabled: event.target.checked })}
        />
        <button type="button" className={styles['words']} aria-expanded={isOpen} onClick={onOpen}>
          {words}
          {isHit && <span className={styles['here']}> stopped here</span>}
        </button>
        <IconButton icon={X} label={`Remove: ${words}`} onClick={onRemove} />
      </div>
      {problem !== undefined && <p className={styles['problem']}>{problem}</p>}
      {isOpen && <BreakpointForm breakpoint={breakpoint} onChange={onChange} />}
    </>
  );
}
