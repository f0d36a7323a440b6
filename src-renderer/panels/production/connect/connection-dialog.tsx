/** Makes or changes a saved connection, and tries it out. */
import { useEffect, useRef, useState } from 'react';
import { connect } from '../../../production/connect.ts';
import { requestFor, saveConnection } from '../../../production/saved-connections.ts';
import { CONNECTION_COLOURS, isColourName } from '../../../shell/production/connection-look.ts';
import type { EditedConnection } from '../../../store/production/saved.ts';
import { editConnection } from '../../../store/production/saved.ts';
import type { ConnectionRequest } from '../../../store/production/types.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Dialog } from '../../../ui/over/dialog.tsx';
import styles from './connect.module.css';
import type { ConnectionForm } from './connection-form.ts';
import { connectionOf, formOf, NEW_FORM, problemsOf, targetOf } from './connection-form.ts';
import type { FormProps } from './fields.tsx';
import { Check, TextField } from './fields.tsx';
import { PasswordField } from './password-field.tsx';
import { Failed, Passed } from './test-result.tsx';
import { TlsFields } from './tls-fields.tsx';
import { TunnelFields } from './tunnel-fields.tsx';
import { UrlField } from './url-field.tsx';
import type { ConnectionTest } from './use-test.ts';
import { useTest } from './use-test.ts';

const TITLES = { new: 'New connection', copy: 'New connection', edit: 'Edit the connection' } as const;

export function ConnectionDialog({ edited }: { readonly edited: EditedConnection }) {
  const [form, setForm] = useState(() => firstForm(edited));
  const [isForgotten, setIsForgotten] = useState(false);
  const [tellsAll, setTellsAll] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const test = useTest();
  const problems = problemsOf(form);
  const saved = edited.kind === 'edit' ? edited.saved : null;
  const close = (): void => editConnection(null);
  const change = (part: Partial<ConnectionForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    test.stop();
  };
  const isComplete = (): boolean => {
    setTellsAll(true);
    return Object.keys(problems).length === 0;
  };
  const request = async (): Promise<ConnectionRequest> => {
    const target = targetOf(form);
    if (form.password !== null) return { target, password: form.password };
    return saved === null || isForgotten ? { target } : { ...(await requestFor(saved)), target };
  };
  const save = async (connects: boolean): Promise<void> => {
    if (!isComplete()) return;
    try {
      const password = form.password ?? (isForgotten ? null : undefined);
      const kept = await saveConnection(connectionOf(form, saved?.id ?? crypto.randomUUID()), password);
      close();
      if (connects) void connect(kept);
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };
  const fields: FormProps = { form, onChange: change, problems, tellsAll };
  return (
    <Dialog
      title={TITLES[edited.kind]}
      description="The workbench only ever reads there. Best is a role that cannot do anything else."
      isOpen
      size="large"
      onClose={close}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void save(true);
        }}
      >
        <UrlField form={form} onTake={change} />
        <div className={styles['columns']}>
          <TextField {...fields} name="host" label="Host" />
          <TextField {...fields} name="port" label="Port" isNumber />
          <TextField {...fields} name="database" label="Database" />
          <TextField {...fields} name="user" label="User" />
          <PasswordField
            value={form.password}
            onChange={(password) => change({ password })}
            isKept={saved?.hasPassword ?? false}
            isForgotten={isForgotten}
            onForget={() => setIsForgotten(true)}
          />
        </div>
        <TlsFields {...fields} />
        <TunnelFields {...fields} />
        <Look {...fields} />
        <TestResult test={test} onTakeFingerprint={(fingerprint) => change({ fingerprint })} />
        {trouble !== null && (
          <p role="alert" className={styles['problem']}>
            {trouble}
          </p>
        )}
        <div className={styles['foot']}>
          <Button
            disabled={test.state.kind === 'busy'}
            onClick={() => isComplete() && void test.run(request)}
          >
            {test.state.kind === 'busy' ? 'Testing…' : 'Test'}
          </Button>
          <span className={styles['gap']} />
          <Button onClick={close}>Cancel</Button>
          <Button onClick={() => void save(false)}>Save</Button>
          <Button look="primary" type="submit">
            Save and connect
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function firstForm(edited: EditedConnection): ConnectionForm {
  switch (edited.kind) {
    case 'new':
      return NEW_FORM;
    case 'copy':
      return { ...formOf(edited.of), name: `${edited.of.name} (copy)` };
    case 'edit':
      return formOf(edited.saved);
    default:
      return edited satisfies never;
  }
}

const NO_COLOUR = 'none';

/** How it is called and how it looks, and what is seldom changed. */
function Look(props: FormProps) {
  const { form, onChange } = props;
  const colours = Object.entries(CONNECTION_COLOURS).map(([value, { title }]) => ({ value, title }));
  return (
    <fieldset className={styles['group']}>
      <legend>In the window</legend>
      <div className={styles['columns']}>
        <TextField {...props} name="name" label="Name" hint="e.g. orders, live" />
        <div className={styles['field']}>
          <span>Colour</span>
          <Select
            label="Colour"
            maxWidth={600}
            options={[{ value: NO_COLOUR, title: 'By its mark' }, ...colours]}
            value={form.colour !== null && isColourName(form.colour) ? form.colour : NO_COLOUR}
            onChange={(colour) => onChange({ colour: colour === NO_COLOUR ? null : colour })}
          />
        </div>
        <TextField {...props} name="service" label="Service" hint="of pg_service.conf" />
        <TextField {...props} name="schema" label="Schema" hint="looked for" />
        <TextField {...props} name="timeoutSeconds" label="Longest statement, seconds" isNumber />
      </div>
      <Check
        label="This is production: mark it in the frame of the window"
        isChecked={form.isProduction}
        onChange={(isProduction) => onChange({ isProduction })}
      />
    </fieldset>
  );
}

interface TestResultProps {
  readonly test: ConnectionTest;
  readonly onTakeFingerprint: (fingerprint: string) => void;
}

function TestResult({ test: { state }, onTakeFingerprint }: TestResultProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.kind === 'ok' || state.kind === 'failed')
      box.current?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={box}>
      {state.kind === 'ok' && <Passed facts={state.facts} milliseconds={state.milliseconds} />}
      {state.kind === 'failed' && <Failed trouble={state.trouble} onTakeFingerprint={onTakeFingerprint} />}
    </div>
  );
}
