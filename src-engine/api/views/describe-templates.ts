/**
 * What a list of templates says of each: who it is, how many steps and problems it has. Several texts at once, because some
 * problems are between files. Pure.
 */
import { lintTemplates } from '../../lint/lint-templates.ts';
import { readOutline } from '../../template/outline.ts';
import type { Template } from '../../template/template.ts';
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
  const candidates = files.filter(({ text }) => HAS_KEY.test(text));
  const linted = lintTemplates(candidates);
  const answers = new Map<NamedText, TemplateSummary | null>();
  for (const [index, file] of candidates.entries()) {
    const { base, problems = [] } = linted[index] ?? {};
    // Reading is most of the work: only what was rejected is read again, for what can be made out of it.
    const identity = base?.kind === 'parsed' ? identityOf(base.template) : outlined(file.text);
    answers.set(file, identity === null ? null : { ...identity, ...counts(problems) });
  }
  return files.map((file) => answers.get(file) ?? null);
}

type Identity = Pick<TemplateSummary, 'name' | 'namespace' | 'version' | 'steps'>;

function identityOf({ name, namespaceName, version, steps }: Template): Identity {
  return { name, namespace: namespaceName, version, steps: steps.length };
}

function outlined(text: string): Identity | null {
  const { name, namespace, version, steps } = readOutline(text);
  if (name === undefined && steps.length === 0) return null;
  return {
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(version === undefined ? {} : { version }),
    steps: steps.length,
  };
}

function counts(
  problems: readonly { readonly severity: string }[],
): Pick<TemplateSummary, 'errors' | 'warnings' | 'infos'> {
  const count = (severity: string): number => problems.filter((each) => each.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), infos: count('info') };
}
