/** What the page and the worker that reads templates say to each other. */
import type { TemplateView } from '../../src-engine/api/contract/template-schemas.ts';

export interface ParseQuestion {
  /** Answers carry it, so that late ones can be told from the awaited one. */
  readonly id: number;
  readonly text: string;
  /** Null for the base document. */
  readonly environment: string | null;
}

export interface ParseAnswer {
  readonly id: number;
  readonly view: TemplateView;
}
