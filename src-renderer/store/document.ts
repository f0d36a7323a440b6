/**
 * The template that is open. Its text is the truth; `view` is what the last parse of it said. The text editor holds
 * the undo stack: texts of other origin are handed to it as a new `load`, edits as changes to apply.
 */
import { create } from 'zustand';
import type { TemplateView } from '../../src-engine/api/contract/template-schemas.ts';
import type { PlatformFile, Scenario } from '../platform/platform.ts';

export type DocumentSource =
  | { readonly kind: 'untitled' }
  | { readonly kind: 'example'; readonly example: string }
  | { readonly kind: 'file'; readonly file: PlatformFile };

/** What became of the file while it was open here. */
export type DiskChange = 'changed' | 'gone';

export interface DocumentState {
  readonly source: DocumentSource;
  readonly name: string;
  readonly text: string;
  /** As it is on disk; equal to `text` when there is nothing to save. */
  readonly savedText: string;
  /** Of the file as it was read or written last; null for a text that is in no file. */
  readonly version: string | null;
  /** Told by whoever watches the file; null as long as nobody else touched it. */
  readonly diskChange: DiskChange | null;
  /** Grows whenever a text comes from elsewhere (opened, reloaded): the editor then starts anew. */
  readonly load: number;
  /** Environment whose overrides are merged in; null for the base document. */
  readonly environment: string | null;
  /** Text of the lint configuration that holds for the file; null where there is none. */
  readonly lintConfig: string | null;
  /** Of the text as it was parsed last, which may be some milliseconds old. */
  readonly view: TemplateView;
  /** Whether a text is open at all; before, the window shows what can be opened. */
  readonly isOpen: boolean;
  /** Key of the draft that keeps unsaved text. */
  readonly draftKey: string;
  readonly scenarios: readonly Scenario[];
  /** File name of the chosen scenario; null: every step succeeds. */
  readonly scenario: string | null;
}

export const EMPTY_VIEW: TemplateView = {
  isValid: false,
  isBroken: false,
  environments: [],
  problems: [],
  steps: [],
  edges: [],
  cycles: [],
  criticalPath: [],
};

export const useDocument = create<DocumentState>(() => ({
  source: { kind: 'untitled' },
  name: 'untitled.yaml',
  text: '',
  savedText: '',
  version: null,
  diskChange: null,
  load: 0,
  environment: null,
  lintConfig: null,
  view: EMPTY_VIEW,
  isOpen: false,
  draftKey: 'untitled',
  scenarios: [],
  scenario: null,
}));

export const isDirty = ({ isOpen, text, savedText }: DocumentState): boolean => isOpen && text !== savedText;

/** What the editor reports after each change. */
export function setText(text: string): void {
  useDocument.setState({ text });
}
