/**
 * The pages of `docs/rules`: one for each lint rule, and their index. Texts come from the rules, examples from the tests
 * of the rules, and what is found in them from the linter itself.
 */

/** @param engine `RULE_GROUPS`, `lintTemplate`, `lintTemplates` and `ALL_CASES`. */
export function rulePages(engine) {
  const pages = { 'docs/rules/README.md': indexPage(engine) };
  for (const { name, rules } of engine.RULE_GROUPS)
    for (const rule of rules) pages[`docs/rules/${rule.code}.md`] = rulePage(rule, name, engine);
  return pages;
}

function indexPage({ RULE_GROUPS }) {
  const count = RULE_GROUPS.reduce((sum, { rules }) => sum + rules.length, 0);
  const groups = RULE_GROUPS.map(
    ({ name, rules }) => `## ${heading(name)}

| Rule | Severity | Fix | |
|---|---|---|---|
${rules.map(indexRow).join('\n')}
`,
  );
  return `# Rules

What \`tasker-workbench lint\` and the problems of the window know: ${count} rules. An *error* means that the template does not load, or that
no task of it can be created; it cannot be switched off. A *warning* is something that does not do what it seems to do, a *remark* (info)
something worth knowing. *off* speaks only when a configuration asks for it. How to configure and silence rules: [command line](../cli.md#rules).

*Fix*: **yes**, \`--fix\` mends it; **choice**, the window offers ways between which a person has to choose.

${groups.join('\n')}`;
}

function indexRow({ code, title, ...rule }) {
  return `| [${code}](${code}.md) | ${severityOf(rule)} | ${fixOf(rule)} | ${title} |`;
}

function rulePage(rule, group, engine) {
  const { code, title, reason, hint } = rule;
  const example = engine.ALL_CASES.find((each) => each.code === code && each.isForTests !== true);
  const facts = [`\`${code}\``, group, severityOf(rule), FIXES[fixOf(rule)]];
  return `# ${title}

${facts.join(' · ')}

${reason}

**How to mend it.** ${hint}
${example === undefined ? '' : examplePart(rule, example, engine)}
[All rules](README.md)
`;
}

const FIXES = {
  no: 'mended by hand',
  yes: 'mended by `--fix`',
  choice: 'a person chooses the fix',
};

function examplePart(rule, { wrong, right, fixed, environment, beside }, engine) {
  const problem = findProblem(rule, { wrong, environment, beside }, engine);
  const { line, column, severity, message, hint, fixes = [] } = problem;
  const where = environment === undefined ? '' : `, in the environment \`${environment}\``;
  const also = beside === undefined ? '' : `\nBeside this file:\n\n${yaml(beside)}\n`;
  const mended = fixed === undefined || fixed === right ? '' : `\nAfter the fix:\n\n${yaml(fixed)}\n`;
  const titles = fixes.map((fix) => `\`${fix.title}\``).join(', ');
  return `
## Wrong
${also}
${yaml(wrong)}

Found${where}:

\`\`\`
${line}:${column} ${severity} ${rule.code} ${message}
  = ${hint}
\`\`\`
${titles === '' ? '' : `\n${fixes.length === 1 ? 'Fix' : 'Fixes'}: ${titles}.\n`}${mended}
## Right

${yaml(right)}
`;
}

function findProblem({ code, severity }, { wrong, environment, beside }, { lintTemplate, lintTemplates }) {
  const config = { rules: { [code]: severity } };
  const problems =
    beside === undefined
      ? lintTemplate(wrong, { config, ...(environment === undefined ? {} : { environment }) })
      : lintTemplates([
          { file: 'beside.yaml', text: beside },
          { file: 'order.yaml', text: wrong },
        ])[1].problems;
  const found = problems.find((problem) => problem.code === code);
  if (found === undefined) throw new Error(`the example of ${code} has no such problem`);
  return found;
}

function severityOf({ severity, isOff }) {
  return isOff ? `off (${severity})` : severity;
}

function fixOf({ fix, needsChoice }) {
  if (fix === undefined) return 'no';
  return needsChoice ? 'choice' : 'yes';
}

function heading(name) {
  return name === 'yaml' || name === 'api' ? name.toUpperCase() : name[0].toUpperCase() + name.slice(1);
}

function yaml(text) {
  return `\`\`\`yaml\n${text.trimEnd()}\n\`\`\``;
}
