/** A context made for the schema, to be looked at, changed and copied; below it what Tasker would say of it. */
import { Copy, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ContextValidation } from '../../../../../src-engine/template/context/validate-context.ts';
import type { JsonObject } from '../../../../../src-engine/template/template.ts';
import { askForm } from '../../../../template/form-client.ts';
import { copyText } from '../../../../ui/data/copy-text.ts';
import { Block } from '../../facts.tsx';
import fieldStyles from '../fields/field.module.css';
import { FieldTool } from '../fields/field.tsx';
import { jsonTrouble } from '../fields/json-control.tsx';
import { useFormScope } from '../state/form-scope.tsx';
import { isMap, own } from '../state/key-path.ts';
import styles from './schema.module.css';

const TOO_LONG = { trouble: 'Checking it takes too long: look for patterns that can match in many ways.' };

type Verdict = ContextValidation | { readonly trouble: string };

export function Sample() {
  const { part } = useFormScope();
  const given = own(part.base, 'schema');
  const schema = isMap(given) ? given : null;
  // A new view is made with every key in the text; the schema is rarely what changed.
  const key = JSON.stringify(schema);
  const [typed, setTyped] = useState<string | null>(null);
  const sample = useAnswer(key, () => askForm({ kind: 'sample', schema }).then(printed));
  const text = typed ?? sample ?? '';
  const verdict = useAnswer(`${key} ${text}`, () => judge(schema, text));
  return (
    <Block
      title="Sample context"
      extra={
        <span>
          <FieldTool icon={RefreshCw} label="Regenerate" onClick={() => setTyped(null)} />
          <FieldTool icon={Copy} label="Copy the sample" onClick={() => void copyText(text, 'Sample')} />
        </span>
      }
    >
      <textarea
        className={`${fieldStyles['input']} ${fieldStyles['code']}`}
        aria-label="Sample context"
        aria-describedby="sample-verdict"
        rows={Math.min(18, Math.max(4, text.split('\n').length))}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div id="sample-verdict" className={styles['verdict']} role="status">
        {verdict !== undefined && <VerdictWords verdict={verdict} />}
      </div>
    </Block>
  );
}

function VerdictWords({ verdict }: { readonly verdict: Verdict }) {
  if ('trouble' in verdict) return <p className={fieldStyles['error']}>{verdict.trouble}</p>;
  if (verdict.valid) return <p className={styles['good']}>Tasker accepts this context.</p>;
  return (
    <>
      <p className={fieldStyles['error']}>Tasker refuses this context:</p>
      <ul>
        {verdict.errors.map(({ path, message }, index) => (
          // What is missing and required is told twice, as upstream does.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${path} ${message} ${index}`}>{message}</li>
        ))}
      </ul>
    </>
  );
}

async function judge(schema: JsonObject | null, text: string): Promise<Verdict | undefined> {
  if (text === '') return undefined;
  const trouble = jsonTrouble(text);
  if (trouble !== null) return { trouble };
  const context: unknown = JSON.parse(text);
  if (typeof context !== 'object' || context === null || Array.isArray(context))
    return { trouble: 'A context is an object: { … }.' };
  return askForm({ kind: 'check', schema, context: context as JsonObject }).catch(() => TOO_LONG);
}

/** The answer to the latest question; the one before stays until it is there. */
function useAnswer<Answer>(key: string, ask: () => Promise<Answer>): Answer | undefined {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (given) => isWanted && setAnswer(() => given),
      () => isWanted && setAnswer(undefined),
    );
    return () => {
      isWanted = false;
    };
    // The key says what is asked; the question is a new function with every draw.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
  return answer;
}

function printed(context: JsonObject): string {
  return JSON.stringify(context, null, 2);
}
