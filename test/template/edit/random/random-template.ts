/**
 * Templates in any style people write them: comments everywhere, quotation marks, flow and block, dashes indented or
 * not, blank lines, line endings. Each comment is a word of its own, so that it can be looked for.
 */
import type { Chance } from './chance.ts';

export interface RandomTemplate {
  readonly text: string;
  /** Comments that no edit of steps may lose. */
  readonly comments: readonly string[];
  /** Comments by the step they stand in; they go only with it. */
  readonly stepComments: ReadonlyMap<string, readonly string[]>;
}

interface Style {
  readonly listIndent: number;
  readonly gap: number;
  readonly blanks: number;
  readonly comments: number;
  readonly quotes: readonly ('' | '"' | "'")[];
  readonly flowLists: number;
  readonly flowSteps: number;
  readonly lists: number;
}

export function randomTemplate(chance: Chance): RandomTemplate {
  return new Writer(chance).write();
}

class Writer {
  readonly #chance: Chance;
  readonly #style: Style;
  readonly #comments: string[] = [];
  readonly #stepComments = new Map<string, string[]>();
  readonly #names: readonly string[];
  #count = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.#style = {
      listIndent: chance.of([0, 2, 2, 4]),
      gap: chance.of([2, 2, 2, 4]),
      blanks: chance.of([0, 0, 1, 1, 2]),
      comments: chance.of([0, 0.15, 0.4]),
      quotes: chance.of([[''], ['"'], ["'"], ['', '"', "'"]] as const),
      flowLists: chance.of([0, 0.3, 1]),
      flowSteps: chance.of([0, 0, 0, 0.3, 1]),
      lists: chance.of([0, 0.3, 1]),
    };
    const pool = [
      'fetch',
      'check_2',
      'pay',
      'ship it',
      'a#b',
      'e: f',
      'yes',
      '12',
      'größe',
      'x',
      'café',
      'mail',
      'last',
    ];
    this.#names = chance.some(pool, 0.6);
  }

  write(): RandomTemplate {
    const chance = this.#chance;
    const lines = [
      ...(chance.is(0.3) ? ['---'] : []),
      ...this.#above(''),
      `name: orders${this.#comment()}`,
      `task_handler_class: Orders`,
      ...this.#above(''),
      ...this.#namedSteps(),
      ...(chance.is(0.4) ? [''] : []),
      ...this.#steps(),
      ...(chance.is(0.4) ? ['', ...this.#above('')] : []),
      ...this.#environments(),
      ...(chance.is(0.2) ? [`# ${this.#newComment()}`] : []),
      ...(chance.is(0.15) ? ['---', 'second: document'] : []),
    ];
    const eol = chance.of(['\n', '\n', '\r\n']);
    const end = chance.is(0.75) ? eol : '';
    const mark = chance.is(0.1) ? '\uFEFF' : '';
    return {
      text: mark + lines.join(eol) + end,
      comments: this.#comments,
      stepComments: this.#stepComments,
    };
  }

  #namedSteps(): readonly string[] {
    if (this.#chance.is(0.5)) return [];
    const names = this.#names.map((name) => this.#quoted(name, true));
    if (names.length === 0) return ['named_steps: []'];
    if (this.#chance.is(0.5)) return [`named_steps: [${names.join(', ')}]${this.#comment()}`];
    const indent = ' '.repeat(this.#style.listIndent);
    return ['named_steps:', ...names.map((name) => `${indent}- ${name}`)];
  }

  #steps(): readonly string[] {
    const { listIndent, blanks, flowSteps } = this.#style;
    const names = this.#names;
    if (names.length === 0)
      return [this.#chance.of(['step_templates: []', 'step_templates:', 'step_templates: [ ]'])];
    if (this.#chance.is(flowSteps / 4)) {
      const items = names.map((name, index) => this.#flowStep(name, index));
      return this.#chance.is(0.5)
        ? [`step_templates: [${items.join(', ')}]`]
        : ['step_templates: [', ...items.map((item) => `    ${item},`), '  ]'];
    }
    const indent = ' '.repeat(listIndent);
    const steps = names.map((name, index) => {
      const lines = this.#chance.is(flowSteps)
        ? [`${indent}- ${this.#flowStep(name, index)}`]
        : this.#step(name, index, indent);
      const isSection = index > 0 && this.#chance.is(this.#style.comments / 2);
      const gap = Array.from({ length: index === 0 ? 0 : blanks }, () => '');
      return isSection ? ['', `${indent}# ${this.#newComment()}`, '', ...lines] : [...gap, ...lines];
    });
    return [`step_templates:${this.#comment()}`, ...steps.flat()];
  }

  #step(name: string, index: number, indent: string): readonly string[] {
    const { gap } = this.#style;
    const inner = indent + ' '.repeat(gap);
    const own = (): string => this.#comment(name);
    const lines = [`name: ${this.#quoted(name)}${own()}`];
    if (this.#chance.is(0.3))
      lines.push(`description: ${this.#chance.of(["'a: b'", 'plain words', '"x # y"'])}${own()}`);
    lines.push(`handler_class: ${this.#quoted('Handler')}${own()}`);
    lines.push(...this.#parents(index));
    if (this.#chance.is(0.3)) lines.push(`default_retry_limit: 3${own()}`);
    lines.push(...this.#config(name));
    const [first = '', ...rest] = lines;
    return [
      ...(this.#chance.is(this.#style.comments) ? [`${indent}# ${this.#newComment(name)}`] : []),
      `${indent}-${' '.repeat(gap - 1)}${first}`,
      ...rest.map((line) => (line === '' ? '' : inner + line)),
    ];
  }

  #parents(index: number): readonly string[] {
    const parents = this.#chance
      .some(this.#names.slice(0, index), 0.35)
      .map((name) => this.#quoted(name, true));
    const [first, ...others] = parents;
    if (first === undefined) return [];
    if (others.length === 0 && !this.#chance.is(this.#style.lists))
      return [`depends_on_step: ${first}${this.#loose()}`];
    const isBoth = others.length > 0 && this.#chance.is(0.15);
    const single = isBoth ? [`depends_on_step: ${first}`] : [];
    const list = isBoth ? others : parents;
    if (this.#chance.is(this.#style.flowLists)) {
      const isLong = this.#chance.is(0.2);
      if (isLong)
        return [...single, 'depends_on_steps: [', ...list.map((item) => `  ${item},${this.#loose()}`), ']'];
      return [...single, `depends_on_steps: [${list.join(', ')}]${this.#loose()}`];
    }
    const indent = ' '.repeat(this.#chance.of([0, 2]));
    return [
      ...single,
      `depends_on_steps:${this.#loose()}`,
      ...list.map((item) => `${indent}- ${item}${this.#loose()}`),
    ];
  }

  #config(name: string): readonly string[] {
    if (this.#chance.is(0.5)) return [];
    const own = (): string => this.#comment(name);
    return [
      'handler_config:',
      ...(this.#chance.is(this.#style.comments) ? [`  # ${this.#newComment(name)}`] : []),
      `  url: ${this.#chance.of(['http://x', "'http://x'", '"http://x"'])}${own()}`,
      ...this.#chance.of([
        [],
        ['  body: |', '    one', '    # not a comment', '', '    two'],
        ['  body: >-', '    one', '    two'],
        ['  body: |+', '    kept', ''],
        ['  body: "one', '    two"'],
        ['  params: { a: 1, b: [x, y] }'],
        ['  params:', '    a: 1', '', '    b:', '    - x', '    - y'],
        ['  empty:'],
      ]),
    ];
  }

  #flowStep(name: string, index: number): string {
    const parents = this.#chance
      .some(this.#names.slice(0, index), 0.35)
      .map((other) => this.#quoted(other, true));
    const [first] = parents;
    const list = parents.length > 1 ? `, depends_on_steps: [${parents.join(', ')}]` : '';
    const single = parents.length === 1 ? `, depends_on_step: ${first}` : '';
    return `{ name: ${this.#quoted(name, true)}, handler_class: Handler${list}${single} }`;
  }

  #environments(): readonly string[] {
    if (this.#chance.is(0.5)) return [];
    const overrides = this.#chance
      .some(this.#names, 0.4)
      .flatMap((name) => [
        `      - name: ${this.#quoted(name)}`,
        ...(this.#chance.is(0.3) ? ['        default_retry_limit: 7'] : []),
        '        handler_config:',
        `          url: other`,
      ]);
    const steps = overrides.length === 0 ? [] : ['    step_templates:', ...overrides];
    return ['environments:', `  production:`, `    version: 2.0.0${this.#comment()}`, ...steps];
  }

  #quoted(name: string, isFlow = false): string {
    const quote = this.#chance.of(this.#style.quotes);
    const isSafe = /^[\p{L}_][\p{L}_\d ]*$/u.test(name) && name !== 'yes';
    if (quote === '' && (isSafe || (!isFlow && name === 'a#b'))) return name;
    return quote === "'" ? `'${name}'` : `"${name}"`;
  }

  #above(indent: string): readonly string[] {
    return this.#chance.is(this.#style.comments) ? [`${indent}# ${this.#newComment()}`] : [];
  }

  #comment(step?: string): string {
    return this.#chance.is(this.#style.comments) ? ` # ${this.#newComment(step)}` : '';
  }

  /** One that may go with the line. */
  #loose(): string {
    return this.#chance.is(this.#style.comments) ? ' # waits' : '';
  }

  #newComment(step?: string): string {
    this.#count += 1;
    const comment = `c${this.#count}.`;
    if (step === undefined) this.#comments.push(comment);
    else this.#stepComments.set(step, [...(this.#stepComments.get(step) ?? []), comment]);
    return comment;
  }
}
