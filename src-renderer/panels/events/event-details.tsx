/** One event whole: what it means, when it happened, and its payload as a tree. */
import { Braces, CircleDot, Copy, CornerUpRight, X } from 'lucide-react';
import { catalogueEntry } from '../../../src-engine/events/catalogue.ts';
import type { LoggedEvent } from '../../../src-engine/events/event.ts';
import { isBuiltInName } from '../../../src-engine/events/names.ts';
import { templateKey } from '../../run/send-breakpoints.ts';
import { addBreakpoint } from '../../store/run/breakpoints.ts';
import { useRun } from '../../store/run/run.ts';
import { stepOf } from '../../store/run/step-fold.ts';
import { clearSelection, selectStep } from '../../store/selection.ts';
import { IconButton } from '../../ui/controls/button.tsx';
import { copyText } from '../../ui/data/copy-text.ts';
import { JsonTree } from '../../ui/data/json-tree.tsx';
import { timeSince, wholeTime } from '../../ui/data/virtual-time.ts';
import styles from './event-details.module.css';
import { eventLine } from './export-events.ts';
import { FamilySign } from './family-sign.tsx';
import { moveOf } from './log/event-facts.ts';
import { familyOf } from './log/family.ts';

export function EventDetails({ seq }: { readonly seq: number }) {
  const event = useRun((state) => state.events[seq - 1]);
  const startedAt = useRun((state) => state.view?.startedAt ?? '');
  if (event === undefined) return null;
  return (
    <section className={styles['details']} aria-label={`Event ${seq}`}>
      <header className={styles['header']}>
        <FamilySign family={familyOf(event.name)} />
        <h3 className={styles['name']}>{event.name}</h3>
        <Actions event={event} />
      </header>
      <div className={styles['body']}>
        <p className={styles['meaning']}>{meaningOf(event)}</p>
        <p className={styles['when']}>
          #{seq} · {timeSince(startedAt, event.at)} · {wholeTime(event.at)}
        </p>
        <JsonTree label={`Payload of event ${seq}`} value={event.payload} />
      </div>
    </section>
  );
}

function Actions({ event }: { readonly event: LoggedEvent }) {
  const step = stepOf(event);
  const title = `Event ${event.seq}`;
  const copyEvent = (): void => void copyText(eventLine(event), title);
  const copyPayload = (): void =>
    void copyText(JSON.stringify(event.payload, null, 2), `Payload of event ${event.seq}`);
  return (
    <span className={styles['actions']}>
      {step !== null && (
        <IconButton
          icon={CornerUpRight}
          label={`Go to step ${step}`}
          keys="Enter"
          onClick={() => selectStep(step, 'events')}
        />
      )}
      <IconButton
        icon={CircleDot}
        label={`Stop runs at ${event.name}`}
        onClick={() =>
          addBreakpoint(templateKey(), { event: event.name, ...(step === null ? {} : { step }) })
        }
      />
      <IconButton icon={Copy} label="Copy as JSON" onClick={copyEvent} />
      <IconButton icon={Braces} label="Copy payload" onClick={copyPayload} />
      <IconButton icon={X} label="Close" keys="Esc" onClick={clearSelection} />
    </span>
  );
}

/** From the catalogue; of a name that is not in it, no more is said than that. */
function meaningOf(event: LoggedEvent): string {
  const entry = catalogueEntry(event.name);
  if (entry === undefined)
    return isBuiltInName(event.name)
      ? 'Told by the simulation alone; Tasker has no such event.'
      : 'Not in the catalogue: an event of a handler, or of a newer engine.';
  const move = moveOf(event);
  return move === null ? entry.description : `${entry.description} From ${move.from} to ${move.to}.`;
}
