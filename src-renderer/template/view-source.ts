/**
 * Which text a view was made of. The text may have changed since, or be that of another document altogether: whoever
 * shows places of a view in the text asks here first.
 */
import type { TemplateView } from '../../src-engine/api/contract/template-schemas.ts';

export interface ViewSource {
  readonly text: string;
  /** Of the document; see `DocumentState`. */
  readonly load: number;
}

const sources = new WeakMap<TemplateView, ViewSource>();

export function rememberSource(view: TemplateView, source: ViewSource): void {
  sources.set(view, source);
}

/** Undefined for a view that was made of no text. */
export function sourceOf(view: TemplateView): ViewSource | undefined {
  return sources.get(view);
}
