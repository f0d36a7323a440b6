import { describe, expect, test } from 'vitest';
import { rubyLiteral, rubyString, underscore } from '../../src-engine/export/ruby/ruby-text.ts';
import { withSteps } from '../template/texts.ts';
import { exported, HOSTILE, notesOn, textOf, VALID } from './exports.ts';

const SHOP = withSteps(
  '- { name: pay, handler_class: Shop::Pay, handler_config: { type: api, url: "http://x" } }',
  '- { name: ship, handler_class: Shop::Parts::Ship, depends_on_step: pay, handler_config: { boxes: 2 } }',
  '- { name: ship again, handler_class: Shop::Parts::Ship, depends_on_step: ship }',
  '- { name: odd, handler_class: not a class }',
).replace('task_handler_class: Orders', 'task_handler_class: OrderHandler\nmodule_namespace: Shop');

describe('Ruby skeletons', () => {
  test('each class has its file where Rails looks for it, the template where Tasker does', () => {
    expect(exported(SHOP, 'ruby').files.map(({ name }) => name)).toEqual([
      'config/tasker/tasks/shop/order_handler.yaml',
      'app/tasks/shop/order_handler.rb',
      'app/tasks/shop/pay.rb',
      'spec/tasks/shop/pay_spec.rb',
      'app/tasks/shop/parts/ship.rb',
      'spec/tasks/shop/parts/ship_spec.rb',
    ]);
  });

  test('modules are nested, the parent is the right one, the results of parents are read', () => {
    const files = exported(SHOP, 'ruby');
    expect(textOf(files, 'app/tasks/shop/order_handler.rb')).toMatch(
      /^module Shop\n(?: {2}#.*\n)+ {2}class OrderHandler < Tasker::ConfiguredTask$/m,
    );
    expect(textOf(files, 'app/tasks/shop/pay.rb')).toContain('  class Pay < Tasker::StepHandler::Api\n');
    const ship = textOf(files, 'app/tasks/shop/parts/ship.rb');
    expect(ship).toMatch(/^module Shop\n {2}module Parts\n/m);
    expect(ship).toContain('    class Ship < Tasker::StepHandler::Base\n');
    expect(ship).toContain('def process(task, sequence, step)');
    expect(ship).toContain("pay_results = results_of(sequence, 'pay')");
    expect(ship).toContain("ship_results = results_of(sequence, 'ship')");
    expect(ship).toContain('#   boxes: 2\n');
  });

  test('two steps with one class share a file, and a class that is none has no file: both are noted', () => {
    const { notes } = exported(SHOP, 'ruby');
    expect(notes.map(({ message }) => message)).toContain(
      "'ship' and 'ship again' are handled by one class, Shop::Parts::Ship; they share its file.",
    );
    expect(notesOn(notes, '/step_templates/3/handler_class')).toEqual([
      "'not a class' is not a Ruby constant: there is no file for it.",
    ]);
  });

  test('a class within a class is not put into a module of that name', () => {
    const files = exported(HOSTILE, 'ruby');
    expect(textOf(files, 'app/tasks/shop/step0.rb')).toMatch(/^class Shop::Step0 < /m);
  });

  test.each([...VALID, { name: 'hostile', text: HOSTILE }])(
    '$name: what opens is closed again',
    ({ text }) => {
      for (const file of exported(text, 'ruby').files) {
        if (!file.name.endsWith('.rb') || !('text' in file)) continue;
        const lines = file.text.split('\n').map(code);
        const opened = lines.filter((line) =>
          /^\s*(?:module|class|def|describe|it|before)\b|\bdo(?: \|\w+\|)?$/.test(line),
        );
        expect(lines.filter((line) => /^\s*end$/.test(line))).toHaveLength(opened.length);
        expect(lines.join('').match(/[({[]/g)?.length).toBe(lines.join('').match(/[)}\]]/g)?.length);
        expect(lines.join('\n')).not.toMatch(/^=(?:begin|end)|system/m);
      }
    },
  );
});

/** Without comments and texts. */
function code(line: string): string {
  return line.replace(/^\s*#.*$/, '').replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
}

describe('pieces of Ruby', () => {
  test.each([
    ['Orders::ValidateCart', 'orders/validate_cart'],
    ['HTTPRequest', 'http_request'],
    ['API::V2Client', 'api/v2_client'],
    ['OrderAPI', 'order_api'],
  ])('%s lies at %s', (name, path) => expect(underscore(name)).toBe(path));

  test.each([
    ["it's \\ #{x}", String.raw`'it\'s \\ #{x}'`],
    ['a\n#{x}', String.raw`"a\n\#{x}"`],
    ['\u2028', String.raw`"\u2028"`],
    ['\uD800', "'\u{FFFD}'"],
  ])('%j is written so that nothing in it is run', (text, literal) => expect(rubyString(text)).toBe(literal));

  test('JSON is written as Ruby has it', () => {
    const value = { a: [1, null, true], b: {}, c: 1e21, d: Number.POSITIVE_INFINITY };
    expect(rubyLiteral(value)).toBe(
      "{ 'a' => [1, nil, true], 'b' => {}, 'c' => 1.0e+21, 'd' => Float::INFINITY }",
    );
  });
});
