/** What a command is. Menus, shortcuts, palette and the sheet of shortcuts are all made from one table of these. */

export type MenuName = 'file' | 'edit' | 'step' | 'view' | 'run' | 'production' | 'go' | 'help';

/** Where a shortcut counts: everywhere, or only while the focus is on that view. */
export type Scope = 'window' | 'canvas' | 'events';

export interface Command {
  /** `area.verb`, e.g. `file.save`. Never reused for something else. */
  readonly id: string;
  /** As it stands in menus and in the palette. */
  readonly title: string;
  readonly menu: MenuName;
  /** Commands of one menu with the same number stand together; a line separates the numbers. Default 0. */
  readonly group?: number;
  /**
   * Written as `Mod+Shift+S`: `Mod` is Ctrl, on a Mac the command key. The first is shown, all work. Names of keys are those of
   * `KeyboardEvent.key`.
   */
  readonly keys?: readonly string[];
  /** Default: window. */
  readonly scope?: Scope;
  /** Further words by which the palette finds it: former names, names in other tools. */
  readonly also?: readonly string[];
  /** Whether it stands in the menu of the desktop. Default: true. */
  readonly inMenu?: boolean;
  /** The keys are heard as the event the system makes of them (`copy`, `paste`): here they are only shown. */
  readonly isNative?: true;
  /** `desktop`: makes no sense in a browser. */
  readonly only?: 'desktop';
}
