/** One value of any type: its type can be chosen, maps and lists are opened up, what lies very deep is JSON. */
import { JsonText } from '../fields/json-control.tsx';
import { isList, isMap } from '../state/key-path.ts';
import { ListEditor } from './list-editor.tsx';
import { MapEditor } from './map-editor.tsx';
import { ScalarInput } from './scalar-input.tsx';
import type { ValueProps } from './value-context.ts';

export interface ValueEditorProps extends ValueProps {
  /** Keys of a map that are shown elsewhere. */
  readonly hidden?: ReadonlySet<string>;
}

/** Levels that are opened up, counted from the key of the form. */
const DEEPEST = 5;

export function ValueEditor({ hidden, ...props }: ValueEditorProps) {
  const { context, path, label, value } = props;
  if (path.length > DEEPEST && typeof value === 'object' && value !== null)
    return (
      <JsonText
        label={label}
        value={value}
        isDisabled={context.isLocked}
        onSet={(next) => context.set(path, next)}
      />
    );
  if (isMap(value))
    return (
      <MapEditor {...props} value={value} {...(hidden === undefined ? {} : { hidden })}>
        {inner}
      </MapEditor>
    );
  if (isList(value))
    return (
      <ListEditor {...props} value={value}>
        {inner}
      </ListEditor>
    );
  return <ScalarInput context={context} path={path} label={label} value={value} />;
}

function inner(props: ValueProps) {
  return <ValueEditor {...props} />;
}
