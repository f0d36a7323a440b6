/** A Ruby class with the modules around it, and where Rails looks for it. */
import { underscore } from './ruby-text.ts';

const CONSTANT = /^[A-Z]\w*(?:::[A-Z]\w*)*$/;

export interface RubyClass {
  /** Full name, without leading colons. */
  readonly name: string;
  /** `orders/validate_cart` for `Orders::ValidateCart`. */
  readonly path: string;
}

/** Undefined for what is no constant in Ruby. */
export function rubyClass(name: string): RubyClass | undefined {
  const plain = name.replace(/^::/, '');
  return CONSTANT.test(plain) ? { name: plain, path: underscore(plain) } : undefined;
}

/** The class of the task handler lives in the module that the template names, if it does not say so itself. */
export function classInModule(name: string, moduleName: string | undefined): RubyClass | undefined {
  const isInside = moduleName === undefined || name.replace(/^::/, '').startsWith(`${moduleName}::`);
  return rubyClass(isInside ? name : `${moduleName}::${name}`);
}

/**
 * @param about Lines of the comment above the class.
 * @param body Lines within the class.
 * @param classes Names that are classes themselves: reopening one of them as a module is an error in Ruby.
 */
export function classFile(
  { name }: RubyClass,
  parent: string,
  about: readonly string[],
  body: readonly string[],
  classes: ReadonlySet<string>,
): string {
  const { modules, own } = nesting(name, classes);
  const inner = [...about, `class ${own} < ${parent}`, ...indent(body), 'end'];
  const nested = modules.reduceRight<readonly string[]>(
    (lines, module) => [`module ${module}`, ...indent(lines), 'end'],
    inner,
  );
  return `# frozen_string_literal: true\n\n${nested.join('\n')}\n`;
}

/** `Shop::Cart::Check` where `Shop::Cart` is a class: module `Shop`, class `Cart::Check`. */
function nesting(name: string, classes: ReadonlySet<string>): { modules: readonly string[]; own: string } {
  const parts = name.split('::');
  const isClass = (count: number): boolean => classes.has(parts.slice(0, count).join('::'));
  let depth = 0;
  while (depth < parts.length - 1 && !isClass(depth + 1)) depth += 1;
  return { modules: parts.slice(0, depth), own: parts.slice(depth).join('::') };
}

/** Empty lines stay empty. */
export function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => (line === '' ? '' : `  ${line}`));
}
