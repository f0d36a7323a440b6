/**
 * What a list of templates says of each: who it is, how many steps and problems it has. Several texts at once, because some
 * problems are between files. Pure.
 */
import { lintTemplates } from '../../lint/lint-templates.ts';
import type { TemplateOutline } from '../../template/outline.ts';
import { readOutline } from '../../template/outline.ts';
import type { TemplateSummary } from '../contract/template-schemas.ts';

export interface NamedText {
  /** As messages about other files name it. */
  readonly file: string;
  readonly text: string;
}

/** Most YAML files of a folder are something else: these are not even parsed. */
const HAS_KEY = /(?:^|[{,])\s*["']?(?:step_templates|task_handler_class)["']?\s*:/m;

/** In the order of the files; null for what is no template. */
export function describeTemplates(files: readonly NamedText[]): readonly (TemplateSummary | null)[] {
  const templates = files.flatMap(({ file, text }, index) => {
    if (!HAS_KEY.test(text)) return [];
    const outline = readOutline(text);
    return outline.name === undefined && outline.steps.length === 0 ? [] : [{ index, file, text, outline }];
  });
  const linted = lintTemplates(templates);
  const answers = files.map((): TemplateSummary | null => null);
  for (const [place, { index, outline }] of templates.entries()) {
    answers[index] = summary(outline, linted[place]?.problems ?? []);
  }
  return answers;
}

function summary(
  { name, namespace, version, steps }: TemplateOutline,
  problems: readonly { readonly severity: string }[],
): TemplateSummary {
  const count = (severity: string): number => problems.filter((each) => each.severity === severity).length;
  return {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(version === undefined ? {} : { version }),
    steps: steps.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
  };
}
