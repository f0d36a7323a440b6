/** The table of all commands. Adding one here puts it into the menu, the palette and the sheet of shortcuts. */
import type { Command } from './command.ts';

export const COMMANDS = [
  { id: 'file.new', title: 'New template', menu: 'file', keys: ['Mod+N'] },
  { id: 'file.open', title: 'Open…', menu: 'file', keys: ['Mod+O'] },
  { id: 'file.openExample', title: 'Open example…', menu: 'file', keys: ['Mod+E'], also: ['demo', 'sample'] },
  { id: 'file.save', title: 'Save', menu: 'file', group: 1, keys: ['Mod+S'] },
  { id: 'file.saveAs', title: 'Save as…', menu: 'file', group: 1, keys: ['Mod+Shift+S'] },
  {
    id: 'file.revert',
    title: 'Reload from disk',
    menu: 'file',
    group: 1,
    also: ['revert', 'discard changes'],
  },
  {
    id: 'file.exportYaml',
    title: 'Export as YAML…',
    menu: 'file',
    group: 2,
    also: ['merge the environment', 'download'],
  },
  { id: 'file.exportJson', title: 'Export as JSON…', menu: 'file', group: 2, also: ['download'] },
  {
    id: 'file.exportMermaid',
    title: 'Export as Mermaid…',
    menu: 'file',
    group: 2,
    also: ['flowchart', 'diagram', 'markdown'],
  },
  { id: 'file.exportSvg', title: 'Export as SVG…', menu: 'file', group: 2, also: ['picture', 'image'] },
  {
    id: 'file.exportPng',
    title: 'Export as PNG…',
    menu: 'file',
    group: 2,
    also: ['picture', 'image', 'screenshot'],
  },
  {
    id: 'file.exportRuby',
    title: 'Export Ruby skeletons…',
    menu: 'file',
    group: 2,
    also: ['handlers', 'rails', 'rspec', 'generate code'],
  },
  {
    id: 'file.exportCore',
    title: 'Export for tasker-core…',
    menu: 'file',
    group: 2,
    also: ['successor', 'convert', 'migrate'],
  },
  {
    id: 'file.exportAll',
    title: 'Export everything (ZIP)…',
    menu: 'file',
    group: 2,
    also: ['archive', 'all formats'],
  },
  {
    id: 'file.copyMermaid',
    title: 'Copy as Mermaid',
    menu: 'file',
    group: 2,
    also: ['flowchart', 'diagram'],
  },
  { id: 'file.copySvg', title: 'Copy as SVG', menu: 'file', group: 2, also: ['picture', 'image'] },
  {
    id: 'file.exportEvents',
    title: 'Export events (JSONL)…',
    menu: 'file',
    group: 2,
    also: ['download log'],
  },

  { id: 'edit.undo', title: 'Undo', menu: 'edit', keys: ['Mod+Z'] },
  { id: 'edit.redo', title: 'Redo', menu: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  { id: 'edit.find', title: 'Find', menu: 'edit', group: 1, keys: ['Mod+F'] },

  { id: 'view.palette', title: 'Command palette…', menu: 'view', keys: ['Mod+K', 'Mod+Shift+P'] },
  { id: 'view.toggleExplorer', title: 'Show or hide the explorer', menu: 'view', group: 1, keys: ['Mod+B'] },
  {
    id: 'view.toggleDetails',
    title: 'Show or hide the step details',
    menu: 'view',
    group: 1,
    keys: ['Mod+Alt+B'],
  },
  { id: 'view.togglePanel', title: 'Show or hide the bottom panel', menu: 'view', group: 1, keys: ['Mod+J'] },
  { id: 'view.canvasOnly', title: 'Canvas alone', menu: 'view', group: 2, keys: ['Mod+Alt+1'] },
  { id: 'view.split', title: 'Canvas and text', menu: 'view', group: 2, keys: ['Mod+Alt+2'] },
  { id: 'view.textOnly', title: 'Text alone', menu: 'view', group: 2, keys: ['Mod+Alt+3'] },
  { id: 'view.fit', title: 'Fit the graph', menu: 'view', group: 3, keys: ['Mod+1'], also: ['zoom to fit'] },
  { id: 'view.zoomReset', title: 'Zoom to 100 %', menu: 'view', group: 3, keys: ['Mod+0'] },
  { id: 'view.zoomIn', title: 'Zoom in', menu: 'view', group: 3, keys: ['Mod+='] },
  { id: 'view.zoomOut', title: 'Zoom out', menu: 'view', group: 3, keys: ['Mod+-'] },
  { id: 'view.toggleMinimap', title: 'Show or hide the minimap', menu: 'view', group: 3 },
  { id: 'view.themeSystem', title: 'Theme: as the system', menu: 'view', group: 4 },
  { id: 'view.themeLight', title: 'Theme: light', menu: 'view', group: 4 },
  { id: 'view.themeDark', title: 'Theme: dark', menu: 'view', group: 4 },

  {
    id: 'run.start',
    title: 'Run',
    menu: 'run',
    keys: ['F5'],
    also: ['simulate', 'continue', 'resume', 'play'],
  },
  { id: 'run.pause', title: 'Pause', menu: 'run', keys: ['F6'] },
  { id: 'run.step', title: 'Step one event', menu: 'run', keys: ['F10'], also: ['next'] },
  { id: 'run.stop', title: 'Stop', menu: 'run', keys: ['Shift+F5'] },
  { id: 'run.restart', title: 'Restart', menu: 'run', keys: ['Mod+Shift+F5'] },
  { id: 'run.speed1', title: 'Speed: 1×', menu: 'run', group: 1 },
  { id: 'run.speed10', title: 'Speed: 10×', menu: 'run', group: 1 },
  { id: 'run.speed100', title: 'Speed: 100×', menu: 'run', group: 1 },
  { id: 'run.speedMax', title: 'Speed: as fast as it goes', menu: 'run', group: 1 },
  { id: 'run.chooseScenario', title: 'Choose a scenario…', menu: 'run', group: 2, keys: ['Mod+Shift+E'] },
  { id: 'run.toggle', title: 'Run or pause', menu: 'run', keys: ['Space'], scope: 'canvas', inMenu: false },

  { id: 'go.canvas', title: 'Go to the canvas', menu: 'go', keys: ['Alt+1'] },
  { id: 'go.text', title: 'Go to the text', menu: 'go', keys: ['Alt+2'] },
  { id: 'go.details', title: 'Go to the step details', menu: 'go', keys: ['Alt+3'] },
  { id: 'go.events', title: 'Go to the events', menu: 'go', keys: ['Alt+4'] },
  { id: 'go.problems', title: 'Go to the problems', menu: 'go', keys: ['Alt+5', 'Mod+Shift+M'] },
  { id: 'go.nextProblem', title: 'Next problem', menu: 'go', group: 1, keys: ['F8'] },
  { id: 'go.previousProblem', title: 'Previous problem', menu: 'go', group: 1, keys: ['Shift+F8'] },
  { id: 'go.step', title: 'Go to step…', menu: 'go', group: 1, keys: ['Mod+P'], also: ['find step'] },

  { id: 'help.shortcuts', title: 'Keyboard shortcuts', menu: 'help', keys: ['F1', 'Mod+/'] },
  { id: 'help.about', title: 'About the Tasker Workbench', menu: 'help' },
] as const satisfies readonly Command[];

export type CommandId = (typeof COMMANDS)[number]['id'];

export const MENUS = [
  { name: 'file', title: 'File' },
  { name: 'edit', title: 'Edit' },
  { name: 'view', title: 'View' },
  { name: 'run', title: 'Run' },
  { name: 'go', title: 'Go' },
  { name: 'help', title: 'Help' },
] as const;

const IDS: ReadonlySet<string> = new Set(COMMANDS.map(({ id }) => id));

export function isCommandId(value: unknown): value is CommandId {
  return typeof value === 'string' && IDS.has(value);
}
