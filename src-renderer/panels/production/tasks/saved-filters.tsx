/** Filters that have a name. */
import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { changeTaskFilter } from '../../../production/list-tasks.ts';
import { filterWords, isFiltering } from '../../../store/production/filter.ts';
import { forgetFilter, saveFilter, useSavedFilters } from '../../../store/production/saved-filters.ts';
import { useTasks } from '../../../store/production/tasks.ts';
import { Button } from '../../../ui/controls/button.tsx';
import type { MenuItem, SubMenu } from '../../../ui/menus/menu.tsx';
import { Menu } from '../../../ui/menus/menu.tsx';
import { Dialog } from '../../../ui/over/dialog.tsx';
import parts from '../parts/parts.module.css';
import styles from './tasks.module.css';

export function SavedFilters() {
  const filters = useSavedFilters((state) => state.filters);
  const current = useTasks((state) => state.filter);
  const [isNaming, setIsNaming] = useState(false);
  const items: readonly (MenuItem | SubMenu)[] = [
    ...filters.map(({ name, filter }) => ({
      id: `use ${name}`,
      title: name,
      isChecked: filterWords(filter) === filterWords(current),
      onSelect: () => changeTaskFilter(filter),
    })),
    {
      id: 'save',
      title: 'Save this filter…',
      startsGroup: true,
      isDisabled: !isFiltering(current),
      onSelect: () => setIsNaming(true),
    },
    {
      id: 'forget',
      title: 'Forget',
      items: filters.map(({ name }) => ({ id: name, title: name, onSelect: () => forgetFilter(name) })),
    },
  ];
  return (
    <>
      <Menu trigger={<Button icon={Bookmark}>Saved filters</Button>} items={items} />
      {isNaming && <NameDialog onClose={() => setIsNaming(false)} />}
    </>
  );
}

function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const filter = useTasks((state) => state.filter);
  const [name, setName] = useState('');
  const save = (): void => {
    if (name.trim() === '') return;
    saveFilter({ name: name.trim(), filter });
    onClose();
  };
  return (
    <Dialog title="Save this filter" description={filterWords(filter)} isOpen onClose={onClose}>
      <form
        className={styles['naming']}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <input
          type="text"
          className={styles['text']}
          aria-label="Name of the filter"
          placeholder="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <span className={parts['gap']} />
        <Button onClick={onClose}>Cancel</Button>
        <Button look="primary" type="submit" disabled={name.trim() === ''}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
