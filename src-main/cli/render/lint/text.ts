/** What `lint` says around the problems: what was mended, what was skipped, which rules there are. */
import type { LintTargets } from '../../files/lint-targets.ts';
import type { FixedFile } from '../../lint/fix-files.ts';
import type { Colours } from '../../io.ts';
import { RULE_GROUPS } from '../../engine.ts';
import { counted, printable } from '../text.ts';

/** Files that are named when they were skipped. */
const MOST_NAMED = 5;

export function renderFixed(fixed: readonly FixedFile[], colours: Colours): readonly string[] {
  return fixed.flatMap(({ file, applied, unwritten }) => {
    if (unwritten !== undefined)
      return [`${colours.red('not mended')} ${printable(file)}: ${printable(unwritten)}`];
    return applied.map(
      ({ line, code, title }) =>
        `${colours.green('mended')} ${printable(file)}:${line} ${colours.dim(code)} ${printable(title)}`,
    );
  });
}

export function renderSkipped({ skipped, empty }: LintTargets): readonly string[] {
  const named = skipped.slice(0, MOST_NAMED).map(printable).join(', ');
  const more = skipped.length > MOST_NAMED ? ` and ${skipped.length - MOST_NAMED} more` : '';
  return [
    ...(skipped.length > 0
      ? [`Skipped ${counted(skipped.length, 'file')} without a template: ${named}${more}`]
      : []),
    ...empty.map((folder) => `There is no template in the folder ${printable(folder)}.`),
  ];
}

/** A line for each rule: code, severity, title; groups apart. */
export function renderRules(colours: Colours): readonly string[] {
  const all = RULE_GROUPS.flatMap(({ rules }) => rules);
  const width = Math.max(...all.map(({ code }) => code.length));
  return RULE_GROUPS.flatMap(({ name, rules }) => [
    colours.bold(name),
    ...rules.map(({ code, severity, isOff, title, fix }) => {
      const setting = (isOff ? 'off' : severity).padEnd('warning'.length);
      return `  ${code.padEnd(width)}  ${setting}  ${title}${fix === undefined ? '' : colours.dim(' (fix)')}`;
    }),
    '',
  ]).slice(0, -1);
}
