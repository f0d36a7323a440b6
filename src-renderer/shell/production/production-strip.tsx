/** As long as a production database is open: which one, what it is, how safe the way there is; and a frame around the window. */
import { Lock, LockOpen, PencilOff, ShieldAlert, Unplug } from 'lucide-react';
import type { CSSProperties, ReactNode } from 'react';
import { runCommand } from '../../commands/registry.ts';
import { connect } from '../../production/connect.ts';
import type { ProductionPhase } from '../../store/production/production.ts';
import { showsProduction, useProduction } from '../../store/production/production.ts';
import type { Facts } from '../../store/production/types.ts';
import { useDocument } from '../../store/document.ts';
import { useRun } from '../../store/run/run.ts';
import { Button } from '../../ui/controls/button.tsx';
import { colourOf } from './connection-look.ts';
import { ENCRYPTION, GENERATIONS, READINESS } from './facts-words.ts';
import styles from './production-strip.module.css';
import { targetWords } from './target-words.ts';

export function ProductionStrip() {
  const phase = useProduction((state) => state.phase);
  // A row of the window's grid, whether there is anything in it or not.
  if (phase.kind === 'none') return <div />;
  const { saved } = phase;
  return (
    <section
      className={styles['strip']}
      aria-label="Production connection"
      // React's types know no custom properties.
      style={{ '--connection': colourOf(saved) } as CSSProperties}
    >
      <span className={styles['frame']} aria-hidden />
      <strong className={styles['name']} title={targetWords(saved.target)}>
        {saved.name}
      </strong>
      {saved.isProduction && <span className={styles['production']}>PRODUCTION</span>}
      <State phase={phase} />
      <span className={styles['end']}>
        <ShowButton />
        {phase.kind === 'lost' && <Button onClick={() => void connect(saved)}>Connect again</Button>}
        <Button icon={Unplug} onClick={() => runCommand('production.disconnect')}>
          {phase.kind === 'opening' ? 'Cancel' : phase.kind === 'open' ? 'Disconnect' : 'Close'}
        </Button>
      </span>
    </section>
  );
}

function State({ phase }: { readonly phase: Exclude<ProductionPhase, { kind: 'none' }> }) {
  switch (phase.kind) {
    case 'opening':
      return <output className={styles['item']}>Connecting…</output>;
    case 'writable':
      return <output className={styles['item']}>Waits for your answer</output>;
    case 'failed':
      return (
        <output className={styles['trouble']} title={phase.trouble.message}>
          Not connected: {phase.trouble.message}
        </output>
      );
    case 'lost':
      return (
        <output className={styles['warning']}>The connection was closed. What you see is from before.</output>
      );
    case 'open':
      return (
        <>
          <FactItems facts={phase.facts} />
          <SandboxNote />
        </>
      );
    default:
      return phase satisfies never;
  }
}

/** The frame is there whatever is looked at: what is below it may be played with all the same. */
function SandboxNote() {
  const isShown = useProduction(showsProduction);
  const hasRun = useRun((state) => state.view !== null);
  if (isShown || !hasRun) return null;
  return <output className={styles['note']}>Sandbox below</output>;
}

function FactItems({ facts }: { readonly facts: Facts }) {
  const { words, isGood, detail } = ENCRYPTION[facts.encryption];
  return (
    <>
      <Item icon={<PencilOff size={13} aria-hidden />} title="The workbench only ever reads here.">
        read only
      </Item>
      {facts.writes.length > 0 && (
        <Item isWarning icon={<ShieldAlert size={13} aria-hidden />} title={facts.writes.join('\n')}>
          the role may write
        </Item>
      )}
      <Item title={`${facts.server}, schema ${facts.schema}`}>
        {GENERATIONS[facts.generation]}, {READINESS[facts.readiness]}
      </Item>
      {facts.isStandby && <Item title="It follows the primary, and may be a little behind.">standby</Item>}
      <Item
        isWarning={!isGood}
        icon={isGood ? <Lock size={13} aria-hidden /> : <LockOpen size={13} aria-hidden />}
        title={detail}
      >
        {words}
      </Item>
    </>
  );
}

interface ItemProps {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly isWarning?: boolean;
  readonly children: ReactNode;
}

function Item({ title, icon, isWarning = false, children }: ItemProps) {
  return (
    <span className={styles[isWarning ? 'warning' : 'item']} title={title}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

function ShowButton() {
  const isShown = useProduction(showsProduction);
  const isOpen = useDocument((state) => state.isOpen);
  const other = isOpen ? 'Back to the template' : 'Back to the start';
  return (
    <Button look="quiet" onClick={() => runCommand('production.show')}>
      {isShown ? other : 'Show production'}
    </Button>
  );
}
