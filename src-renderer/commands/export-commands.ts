/** Commands that write the document in another form. */
import { copyAs, exportAs } from '../document/export-document.ts';
import { useDocument } from '../store/document.ts';
import type { CommandAction } from './registry.ts';
import { registerCommands } from './registry.ts';

const isEnabled = (): boolean => useDocument.getState().isOpen;

export function registerExportCommands(): void {
  registerCommands({
    'file.exportYaml': exporting('yaml'),
    'file.exportJson': exporting('json'),
    'file.exportMermaid': exporting('mermaid'),
    'file.exportSvg': exporting('svg'),
    'file.exportPng': exporting('png'),
    'file.exportRuby': exporting('ruby'),
    'file.exportCore': exporting('tasker-core'),
    'file.exportAll': exporting('zip'),
    'file.copyMermaid': { run: () => copyAs('mermaid', 'The flowchart'), isEnabled },
    'file.copySvg': { run: () => copyAs('svg', 'The picture'), isEnabled },
  });
}

function exporting(format: Parameters<typeof exportAs>[0]): CommandAction {
  return { run: () => exportAs(format), isEnabled };
}
