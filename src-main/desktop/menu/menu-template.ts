/**
 * The menu, made from the table of commands. Pure. Commands are told to the page and never carried out here; what the
 * platform has a role for (clipboard, quit, full screen) is left to it.
 */
import type { MenuItemConstructorOptions } from 'electron';
import { assertNever } from '../../../src-engine/assert-never.ts';
import type { Command } from '../../../src-shared/commands/command.ts';
import { COMMANDS, MENUS } from '../../../src-shared/commands/commands.ts';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import type { DesktopBridge, DesktopFile } from '../../../src-shared/desktop/bridge.ts';
import { APP_TITLE } from '../windows/window-title.ts';
import { accelerator } from './accelerator.ts';

export interface MenuModel {
  readonly platform: DesktopBridge['platform'];
  /** Undefined: the page has not said yet, and all may be chosen. */
  readonly enabled: ReadonlySet<CommandId> | undefined;
  readonly recent: readonly DesktopFile[];
  /** Adds what only helps while developing. */
  readonly isDevelopment: boolean;
}

export interface MenuActions {
  command(id: CommandId): void;
  openRecent(id: string): void;
  clearRecent(): void;
  restartEngine(): void;
}

type Items = readonly MenuItemConstructorOptions[];
type MenuName = (typeof MENUS)[number]['name'];
type KnownCommand = Command & { readonly id: CommandId };

const LINE: MenuItemConstructorOptions = { type: 'separator' };

export function menuTemplate(model: MenuModel, actions: MenuActions): MenuItemConstructorOptions[] {
  const menus = MENUS.map(({ name, title }) => ({
    label: title,
    id: `menu.${name}`,
    submenu: [...commandItems(name, model, actions), ...ownItems(name, model, actions)],
    ...(name === 'help' ? { role: 'help' as const } : {}),
  }));
  return model.platform === 'darwin' ? [{ role: 'appMenu', label: APP_TITLE }, ...macMenus(menus)] : menus;
}

/** On a Mac the menu of windows stands before Help. */
function macMenus(menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return [...menus.slice(0, -1), { role: 'windowMenu' }, ...menus.slice(-1)];
}

function commandItems(menu: MenuName, model: MenuModel, actions: MenuActions): Items {
  const commands: readonly KnownCommand[] = COMMANDS;
  const shown = commands.filter((command) => command.menu === menu && command.inMenu !== false);
  return shown.flatMap((command, index) => {
    const before = shown[index - 1];
    const isNewGroup = before !== undefined && (before.group ?? 0) !== (command.group ?? 0);
    return [...(isNewGroup ? [LINE] : []), commandItem(command, model, actions)];
  });
}

/**
 * Shortcuts are shown, and listened to by the page alone: only it knows where the focus is. A menu that listened as well
 * would undo the document where the page left Ctrl+Z to a search field. A Mac knows no such difference.
 */
function commandItem(
  { id, title, keys, scope }: KnownCommand,
  { enabled, platform }: MenuModel,
  actions: MenuActions,
): MenuItemConstructorOptions {
  const key = scope === undefined || scope === 'window' ? keys?.[0] : undefined;
  return {
    id,
    label: title,
    enabled: enabled?.has(id) ?? true,
    click: () => actions.command(id),
    ...(key === undefined ? {} : { accelerator: accelerator(key) }),
    ...(platform === 'darwin' ? {} : { registerAccelerator: false }),
  };
}

/** What a menu has beyond its commands. */
function ownItems(menu: MenuName, model: MenuModel, actions: MenuActions): Items {
  switch (menu) {
    case 'file':
      return [LINE, recentItem(model, actions), LINE, ...closingItems(model)];
    case 'edit':
      return [LINE, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
    case 'view':
      return [LINE, { role: 'togglefullscreen' }, ...developmentItems(model)];
    case 'run':
      return [
        LINE,
        { id: 'desktop.restartEngine', label: 'Restart the engine', click: () => actions.restartEngine() },
      ];
    case 'step':
    case 'production':
    case 'go':
    case 'help':
      return [];
    default:
      return assertNever(menu);
  }
}

function closingItems({ platform }: MenuModel): Items {
  return platform === 'darwin' ? [{ role: 'close' }] : [{ role: 'close' }, { role: 'quit' }];
}

function developmentItems({ isDevelopment }: MenuModel): Items {
  return isDevelopment ? [LINE, { role: 'reload' }, { role: 'toggleDevTools' }] : [];
}

function recentItem({ recent }: MenuModel, actions: MenuActions): MenuItemConstructorOptions {
  return {
    id: 'desktop.recent',
    label: 'Open recent',
    enabled: recent.length > 0,
    submenu: [
      ...recent.map(({ id, shownPath }) => ({
        id: `desktop.recent.${id}`,
        label: literal(shownPath),
        click: () => actions.openRecent(id),
      })),
      ...(recent.length > 0 ? [LINE] : []),
      { id: 'desktop.clearRecent', label: 'Clear the list', click: () => actions.clearRecent() },
    ],
  };
}

/** In a label `&` marks the letter that chooses it; in a file name it is a letter. */
function literal(label: string): string {
  return label.replaceAll('&', '&&');
}
