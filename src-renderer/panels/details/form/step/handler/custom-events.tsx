/** Events that the handler is said to publish: names with descriptions, checked and then dropped. */
import { Plus, X } from 'lucide-react';
import type { KeyPath } from '../../../../../../src-engine/template/edit/template-edit.ts';
import type { Json, JsonObject } from '../../../../../../src-engine/template/template.ts';
import fieldStyles from '../../fields/field.module.css';
import { Field, FieldTool } from '../../fields/field.tsx';
import { JsonControl } from '../../fields/json-control.tsx';
import { useFormScope } from '../../state/form-scope.tsx';
import { isList, isMap, own } from '../../state/key-path.ts';
import { useField } from '../../state/use-field.ts';
import { ScalarInput } from '../../values/scalar-input.tsx';
import type { ValueContext } from '../../values/value-context.ts';
import { valueContext } from '../../values/value-context.ts';
import styles from '../step-form.module.css';

const PATH = ['custom_events'];
const NEW_EVENT: JsonObject = { name: 'order.event' };

export function CustomEvents() {
  const scope = useFormScope();
  const field = useField(PATH);
  const { value, isLocked } = field;
  const events = isList(value) ? value.filter(isMap) : [];
  if (value !== undefined && (!isList(value) || events.length < value.length))
    return (
      <Field field={field}>
        <JsonControl field={field} />
      </Field>
    );
  const add = (): void => {
    void (events.length === 0
      ? field.set([NEW_EVENT])
      : scope.change(scope.target.set([...PATH, events.length], NEW_EVENT)));
  };
  const context = valueContext(scope, scope.target);
  return (
    <Field
      field={field}
      isGroup
      note={
        events.length > 0
          ? 'Dropped when the template is loaded: declare them in the handler class.'
          : undefined
      }
    >
      {events.map((event, index) => (
        // An event is known by its place: two may have one name while somebody types.
        // oxlint-disable-next-line react/no-array-index-key
        <EventRow
          key={index}
          context={context}
          path={[...PATH, index]}
          event={event}
          isOnly={events.length === 1}
        />
      ))}
      <span>
        <button type="button" className={fieldStyles['action']} disabled={isLocked} onClick={add}>
          <Plus size={12} aria-hidden />
          Add event
        </button>
      </span>
    </Field>
  );
}

interface EventRowProps {
  readonly context: ValueContext;
  readonly path: KeyPath;
  readonly event: JsonObject;
  readonly isOnly: boolean;
}

function EventRow({ context, path, event, isOnly }: EventRowProps) {
  const number = Number(path.at(-1)) + 1;
  const textAt = (key: string): string => textOf(own(event, key));
  return (
    <div className={styles['event']}>
      <ScalarInput
        context={context}
        path={[...path, 'name']}
        label={`Name of event ${number}`}
        placeholder="order.fulfilled"
        value={textAt('name')}
      />
      <FieldTool
        icon={X}
        label={`Remove event ${number}`}
        isDisabled={context.isLocked}
        onClick={() => void context.remove(isOnly ? PATH : path)}
      />
      <ScalarInput
        context={context}
        path={[...path, 'description']}
        label={`Description of event ${number}`}
        placeholder="when, and why"
        value={textAt('description')}
      />
    </div>
  );
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
