/** The template's own forms: its keys, and the schema of its context. */
import { FormFrame } from '../form/form-frame.tsx';
import { ContextForm } from '../form/schema/context-form.tsx';
import { TemplateForm } from '../form/template/template-form.tsx';
import styles from './task.module.css';

export function TemplateTab() {
  return (
    <div className={styles['content']}>
      <FormFrame kind="template" path={null}>
        {({ steps }) => <TemplateForm steps={steps} />}
      </FormFrame>
    </div>
  );
}

export function ContextTab() {
  return (
    <div className={styles['content']}>
      <FormFrame kind="template" path={null}>
        {() => <ContextForm />}
      </FormFrame>
    </div>
  );
}
