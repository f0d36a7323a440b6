/** The two menus of the filter: which step, which event name. Both are made from what the log holds. */
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import type { MenuItem } from '../../ui/menus/menu.tsx';
import { Menu } from '../../ui/menus/menu.tsx';
import styles from './filter-bar.module.css';
import type { StepChoice } from './log/event-view.ts';
import { changeFilter, chooseStep } from './log/event-view.ts';
import type { Counted } from './log/tally.ts';

/** More than these would be no menu any more; the text field finds the others. */
const MOST_STEPS = 300;

export interface StepMenuProps {
  readonly choice: StepChoice;
  readonly steps: readonly Counted[];
}

export function StepMenu({ choice, steps }: StepMenuProps) {
  const items: readonly MenuItem[] = [
    {
      id: 'any',
      title: 'Any step',
      isChecked: choice.kind === 'any',
      onSelect: () => chooseStep({ kind: 'any' }),
    },
    {
      id: 'selected',
      title: 'Whichever step is selected',
      isChecked: choice.kind === 'selected',
      onSelect: () => chooseStep({ kind: 'selected' }),
    },
    ...steps.slice(0, MOST_STEPS).map(({ name, count }, index) => ({
      id: `step ${name}`,
      title: counted(name, count),
      isChecked: choice.kind === 'step' && choice.name === name,
      startsGroup: index === 0,
      onSelect: () => chooseStep({ kind: 'step', name }),
    })),
  ];
  return (
    <Menu trigger={<MenuButton title={stepTitle(choice)} isSet={choice.kind !== 'any'} />} items={items} />
  );
}

function stepTitle(choice: StepChoice): string {
  if (choice.kind === 'step') return choice.name;
  return choice.kind === 'any' ? 'Any step' : 'Selected step';
}

export interface NameMenuProps {
  readonly chosen: string | null;
  readonly names: readonly Counted[];
}

export function NameMenu({ chosen, names }: NameMenuProps) {
  const items: readonly MenuItem[] = [
    {
      id: 'any',
      title: 'Any event',
      isChecked: chosen === null,
      onSelect: () => changeFilter({ name: null }),
    },
    ...names.map(({ name, count }, index) => ({
      id: `name ${name}`,
      title: counted(name, count),
      isChecked: chosen === name,
      startsGroup: index === 0,
      onSelect: () => changeFilter({ name }),
    })),
  ];
  return (
    <Menu trigger={<MenuButton title={chosen ?? 'Any event'} isSet={chosen !== null} />} items={items} />
  );
}

interface MenuButtonProps extends Omit<ComponentProps<'button'>, 'title'> {
  readonly title: string;
  readonly isSet: boolean;
}

function MenuButton({ title, isSet, ...rest }: MenuButtonProps) {
  return (
    <button type="button" className={`${styles['menu']} ${isSet ? styles['set'] : ''}`} {...rest}>
      <span>{title}</span>
      <ChevronDown size={13} aria-hidden />
    </button>
  );
}

function counted(name: string, count: number): string {
  return `${name} (${count.toLocaleString('en')})`;
}
