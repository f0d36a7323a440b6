/** The menu on the screen, kept as the page and the list of recent files say. */
import { Menu, app } from 'electron';
import { COMMANDS } from '../../../src-shared/commands/commands.ts';
import type { CommandId } from '../../../src-shared/commands/commands.ts';
import type { DesktopBridge, DesktopFile } from '../../../src-shared/desktop/bridge.ts';
import { menuTemplate } from './menu-template.ts';
import type { MenuActions, MenuModel } from './menu-template.ts';

export interface AppMenu {
  enable(ids: readonly CommandId[]): void;
  showRecent(files: readonly DesktopFile[]): void;
}

/** Ours comes a moment later; until then Electron would make one of its own. Has to be called before the app is ready. */
export function setupNoDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

export function setupMenu(
  platform: DesktopBridge['platform'],
  recent: readonly DesktopFile[],
  actions: MenuActions,
): AppMenu {
  let model: MenuModel = { platform, enabled: undefined, recent, isDevelopment: !app.isPackaged };

  function show(next: MenuModel): void {
    model = next;
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(model, actions)));
  }

  show(model);
  return {
    enable: (ids) => {
      // Often, while one types: an item is changed where it stands, a menu that is open stays open.
      const enabled = new Set(ids);
      model = { ...model, enabled };
      enableItems(enabled);
    },
    showRecent: (recent) => show({ ...model, recent }),
  };
}

function enableItems(enabled: ReadonlySet<CommandId>): void {
  const menu = Menu.getApplicationMenu();
  for (const { id } of COMMANDS) {
    const item = menu?.getMenuItemById(id) ?? null;
    if (item !== null) item.enabled = enabled.has(id);
  }
}
