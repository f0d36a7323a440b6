/** What the page and the worker that reads templates say to each other. */
import type { TemplateView } from '../../src-engine/api/contract/template-schemas.ts';
import type { EditResult, StepId, TemplateEdit } from '../../src-engine/template/edit/template-edit.ts';

/** Answers carry the id of their question, so that late ones can be told from the awaited one. */
export type TemplateQuestion =
  | {
      readonly kind: 'parse';
      readonly id: number;
      readonly text: string;
      /** Null for the base document. */
      readonly environment: string | null;
      /** Text of the lint configuration; null for none. */
      readonly lintConfig: string | null;
    }
  | { readonly kind: 'edit'; readonly id: number; readonly text: string; readonly edit: TemplateEdit }
  | { readonly kind: 'copy'; readonly id: number; readonly text: string; readonly steps: readonly StepId[] };

export type TemplateAnswer =
  | {
      readonly kind: 'parse';
      readonly id: number;
      readonly view: TemplateView;
      /** What is wrong with the configuration; absent when nothing is. */ readonly configTrouble?: string;
    }
  | { readonly kind: 'edit'; readonly id: number; readonly result: EditResult }
  | { readonly kind: 'copy'; readonly id: number; readonly yaml: string | null };
