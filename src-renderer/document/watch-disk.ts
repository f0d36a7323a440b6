/** Tells the user when another program touched the open file. Nothing is reloaded unasked. */
import { platform } from '../platform/current.ts';
import { isDirty, useDocument } from '../store/document.ts';

export function startWatchingDisk(): void {
  platform.onFileChanged(({ id, version }) => {
    const { source, version: known } = useDocument.getState();
    if (source.kind !== 'file' || source.file.id !== id || version === known) return;
    useDocument.setState({ diskChange: version === null ? 'gone' : 'changed' });
  });
  const tell = (): void => {
    const state = useDocument.getState();
    platform.setDocument({ name: state.isOpen ? state.name : 'Tasker Workbench', isDirty: isDirty(state) });
  };
  useDocument.subscribe((state, before) => {
    if (state.name !== before.name || isDirty(state) !== isDirty(before) || state.isOpen !== before.isOpen)
      tell();
  });
}
