/** The saved connections, to connect to one. */
import { targetWords } from '../production/target-words.ts';
import { connect } from '../../production/connect.ts';
import { editConnection, useSaved } from '../../store/production/saved.ts';
import { Picker } from './picker.tsx';

export function ConnectionPicker({ onClose }: { readonly onClose: () => void }) {
  const list = useSaved((state) => state.list) ?? [];
  const items = list.map((saved) => ({
    id: saved.id,
    title: saved.name,
    detail: `${targetWords(saved.target)}${saved.isProduction ? ', production' : ''}`,
    onChoose: () => void connect(saved),
  }));
  const another = { id: 'new', title: 'New connection…', onChoose: () => editConnection({ kind: 'new' }) };
  return (
    <Picker
      label="Connect to production"
      placeholder="Which database?"
      groups={[
        { title: 'Connections', items },
        { title: 'Another', items: [another] },
      ]}
      onClose={onClose}
    />
  );
}
