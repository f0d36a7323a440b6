/** The schema of the context, and beside it what a context of that form looks like. */
import { Block } from '../../facts.tsx';
import { Sample } from './sample.tsx';
import { SchemaEditor } from './schema-editor.tsx';
import styles from './schema.module.css';

export function ContextForm() {
  return (
    <div className={styles['context']}>
      <Block title="Schema of the context">
        <SchemaEditor />
      </Block>
      <Sample />
    </div>
  );
}
