/** Lets the list of keys describe the chosen one from the start. Monaco has no option for it: it remembers a click. */
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { IStorageService } from 'monaco-editor/platform/storage/common/storage';

export function describeKeys(): void {
  StandaloneServices.get(IStorageService).store('expandSuggestionDocs', true, 0, 0);
}
