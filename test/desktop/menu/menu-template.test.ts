import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import type { Command } from '../../../src-shared/commands/command.ts';
import { COMMANDS } from '../../../src-shared/commands/commands.ts';
import { menuTemplate } from '../../../src-main/desktop/menu/menu-template.ts';
import type { MenuModel } from '../../../src-main/desktop/menu/menu-template.ts';

const MODEL: MenuModel = { platform: 'linux', enabled: undefined, recent: [], isDevelopment: false };
const commands: readonly Command[] = COMMANDS;

function items(model: Partial<MenuModel> = {}, chosen: string[] = []): readonly MenuItemConstructorOptions[] {
  const template = menuTemplate(
    { ...MODEL, ...model },
    {
      command: (id) => void chosen.push(id),
      openRecent: (id) => void chosen.push(`open ${id}`),
      clearRecent: () => void chosen.push('clear'),
      restartEngine: () => void chosen.push('restart'),
    },
  );
  return all(template);
}

function all(items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])]);
}

function choose(item: MenuItemConstructorOptions | undefined): void {
  Reflect.apply(item?.click ?? (() => {}), undefined, []);
}

test('every command of the table stands in it once, and tells the page its own name', () => {
  const chosen: string[] = [];
  const shown = items({}, chosen);
  const wanted = commands.filter(({ inMenu }) => inMenu !== false).map(({ id }) => id);
  for (const id of wanted) {
    const found = shown.filter((item) => item.id === id);
    expect(found, id).toHaveLength(1);
    choose(found[0]);
  }
  expect(chosen).toEqual(wanted);
});

test('no shortcut stands for two things', () => {
  const shortcuts = items().flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('a shortcut of one view is not the menu’s', () => {
  const scoped = commands.filter(({ scope = 'window' }) => scope !== 'window').map(({ id }) => id);
  const taken = items().filter(
    ({ id, accelerator }) => scoped.includes(id ?? '') && accelerator !== undefined,
  );
  expect(taken).toEqual([]);
});

test('keys are shown, but only the page listens to them', () => {
  const shown = items().filter(({ accelerator }) => accelerator !== undefined);
  expect(shown.length).toBeGreaterThan(20);
  expect(shown.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
});

test('groups are parted by lines, and none stands at an end', () => {
  for (const { submenu } of items()) {
    if (!Array.isArray(submenu)) continue;
    const kinds = submenu.map(({ type }) => type);
    expect(kinds.at(0)).not.toBe('separator');
    expect(kinds.at(-1)).not.toBe('separator');
    expect(kinds.some((kind, index) => kind === 'separator' && kinds[index + 1] === 'separator')).toBe(false);
  }
});

test('only what the page says may be chosen', () => {
  const shown = items({ enabled: new Set(['file.open']) });
  expect(shown.find(({ id }) => id === 'file.open')?.enabled).toBe(true);
  expect(shown.find(({ id }) => id === 'file.save')?.enabled).toBe(false);
});

test('recent files are chosen by id; an ampersand in a name stays one', () => {
  const chosen: string[] = [];
  const shown = items({ recent: [{ id: '7', name: 'a&b.yaml', shownPath: '~/a&b.yaml' }] }, chosen);
  const item = shown.find(({ id }) => id === 'desktop.recent.7');
  expect(item?.label).toBe('~/a&&b.yaml');
  choose(item);
  choose(shown.find(({ id }) => id === 'desktop.clearRecent'));
  expect(chosen).toEqual(['open 7', 'clear']);
});

test('tools of development are not shipped', () => {
  const roles = (model: Partial<MenuModel>): readonly unknown[] => items(model).map(({ role }) => role);
  expect(roles({ isDevelopment: true })).toContain('toggleDevTools');
  expect(roles({})).not.toContain('toggleDevTools');
  expect(roles({})).not.toContain('reload');
});

test('on a Mac quitting is in the menu of the app, elsewhere in File', () => {
  const roles = (platform: MenuModel['platform']): readonly unknown[] =>
    items({ platform }).map(({ role }) => role);
  expect(roles('darwin')).toContain('appMenu');
  expect(roles('darwin')).not.toContain('quit');
  expect(roles('win32')).toContain('quit');
});
