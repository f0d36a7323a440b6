/** The command line's words: commands, arguments, options and their help. What they do is in `commands/`. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../package.json';
import type { Answer } from './command-parts.ts';
import { example, exits, shared, wholeNumber } from './command-parts.ts';
import type { ExamplesOptions } from './commands/examples.ts';
import { examples } from './commands/examples.ts';
import type { ExportCommandOptions } from './commands/export.ts';
import { CLI_FORMATS, exportCommand } from './commands/export.ts';
import type { LintOptions } from './commands/lint.ts';
import { lint } from './commands/lint.ts';
import type { SimulateCommandOptions } from './commands/simulate.ts';
import { simulate } from './commands/simulate.ts';
import type { TestCommandOptions } from './commands/test.ts';
import { test } from './commands/test.ts';
import { inspectCommand } from './inspect/inspect-words.ts';
import type { OpenProduction } from './inspect/production.ts';
import type { Io } from './io.ts';

export function createProgram(io: Io, answer: Answer, openProduction: OpenProduction): Command {
  const program = shared(new Command('tasker-workbench'), io)
    .description('Checks and simulates Tasker workflows without a Tasker installation.')
    .version(version, '--version', 'print the version')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText(
      'after',
      example(
        'tasker-workbench lint workflows/*.yaml',
        'tasker-workbench simulate order.yaml',
        'tasker-workbench export order.yaml --format svg --output order.svg',
        'tasker-workbench examples',
        'tasker-workbench inspect postgres://viewer@db.example.com/shop stuck',
      ),
    );
  program.addCommand(lintCommand(io, answer));
  program.addCommand(simulateCommand(io, answer));
  program.addCommand(testCommand(io, answer));
  program.addCommand(exportCommandLine(io, answer));
  program.addCommand(examplesCommand(io, answer));
  program.addCommand(inspectCommand(io, answer, openProduction));
  return program;
}

function lintCommand(io: Io, answer: Answer): Command {
  return shared(new Command('lint'), io)
    .summary('check template and scenario files')
    .description('Checks templates, and scenarios (*.scenario.yaml) against the template beside them.')
    .addArgument(new Argument('[path...]', 'YAML files, and folders with templates in them'))
    .addOption(
      new Option('--format <format>', 'output').choices(['text', 'json', 'sarif', 'github']).default('text'),
    )
    .option('--environment <name>', 'check templates as merged with this environment')
    .option('--fix', 'mend what can be mended without a choice, and write the files')
    .option('--config <file>', 'rules to change (default: the nearest .tasker-lint.yaml upwards)')
    .option('--max-warnings <number>', 'fail when there are more warnings', wholeNumber)
    .option('--rules', 'list all rules: code, severity, title')
    .addHelpText(
      'after',
      exits('0 no errors · 2 errors, too many warnings, or a file that cannot be read · 64 wrong usage'),
    )
    .addHelpText(
      'after',
      example(
        'tasker-workbench lint order.yaml',
        'tasker-workbench lint --fix config/tasker/tasks',
        'tasker-workbench lint --format sarif workflows > lint.sarif',
      ),
    )
    .action(async (paths: readonly string[], _: unknown, command: Command) => {
      const options = command.optsWithGlobals<LintOptions>();
      if (paths.length === 0 && !options.rules) command.error("error: missing required argument 'path'");
      answer(await lint(paths, options, io, version));
    });
}

function simulateCommand(io: Io, answer: Answer): Command {
  return shared(new Command('simulate'), io)
    .summary('run a template in virtual time')
    .description('Runs one task of a template in virtual time and shows what happened.')
    .addArgument(new Argument('<file>', 'template file'))
    .option('--scenario <file>', 'what is to happen (default: <template>.scenario.yaml beside it, if there)')
    .option('--seed <number>', 'seed of the random draws (default: that of the scenario, else 1)', seed)
    .addOption(
      new Option(
        '--profile <name>',
        'engine to simulate (default: that of the scenario, else documented)',
      ).choices(['documented', 'rails-1.0']),
    )
    .option('--environment <name>', 'environment of the template (default: that of the scenario)')
    .addOption(new Option('--json', 'print the report as JSON').conflicts('events'))
    .option('--events', 'print the event log as JSON lines')
    .addHelpText(
      'after',
      exits('0 completed · 1 ended otherwise · 2 bad template or scenario · 64 wrong usage · 130 Ctrl-C'),
    )
    .addHelpText(
      'after',
      example(
        'tasker-workbench simulate order.yaml',
        'tasker-workbench simulate order.yaml --scenario order.card-declined.scenario.yaml',
        'tasker-workbench simulate order.yaml --profile rails-1.0 --seed 7',
        'tasker-workbench simulate order.yaml --events | grep step.failed',
      ),
    )
    .action(async (file: string, _: unknown, command: Command) =>
      answer(await simulate(file, command.optsWithGlobals<SimulateCommandOptions>(), io)),
    );
}

function testCommand(io: Io, answer: Answer): Command {
  return shared(new Command('test'), io)
    .summary('run scenarios and check what they expect')
    .description('Runs scenarios in virtual time and says whether what they expect comes true.')
    .addArgument(new Argument('<path...>', 'scenarios, templates (all their scenarios), and folders'))
    .addOption(
      new Option('--profile <name>', 'engine to simulate (default: that of each scenario)').choices([
        'documented',
        'rails-1.0',
      ]),
    )
    .option('--filter <text>', 'only scenarios with this in their file name')
    .option('--junit <file>', 'write the results as JUnit XML as well')
    .option('--json', 'print the results as JSON')
    .option('--bail', 'stop at the first that is not as expected')
    .option('--watch', 'run again whenever a file changes')
    .addHelpText(
      'after',
      exits(
        '0 all as expected · 1 something is not · 2 a file is missing or wrong · 64 wrong usage · 130 Ctrl-C',
      ),
    )
    .addHelpText(
      'after',
      example(
        'tasker-workbench test workflows',
        'tasker-workbench test order.yaml --junit results.xml',
        'tasker-workbench test workflows --watch',
      ),
    )
    .action(async (paths: readonly string[], _: unknown, command: Command) =>
      answer(await test(paths, command.optsWithGlobals<TestCommandOptions>(), io)),
    );
}

function exportCommandLine(io: Io, answer: Answer): Command {
  return shared(new Command('export'), io)
    .summary('write a template in another form')
    .description('Writes a template as a picture, a diagram, Ruby skeletons, or for another program.')
    .addArgument(new Argument('<file>', 'template file'))
    .addOption(new Option('--format <format>', 'what to write').choices(CLI_FORMATS).makeOptionMandatory())
    .option(
      '--environment <name>',
      'the template as merged with this environment (default: the base document)',
    )
    .addOption(new Option('--direction <side>', 'of pictures').choices(['down', 'right']).default('down'))
    .addOption(
      new Option('--theme <theme>', 'of pictures').choices(['light', 'dark', 'print']).default('light'),
    )
    .option('--scale <number>', 'of png: pixels for one unit', scale, 2)
    .option('--output <path>', 'file or folder to write to (default: print it)')
    .option('--force', 'replace files that are there')
    .addHelpText('after', exits('0 done · 2 bad template, or a file is in the way · 64 wrong usage'))
    .addHelpText(
      'after',
      example(
        'tasker-workbench export order.yaml --format mermaid',
        'tasker-workbench export order.yaml --format png --theme dark --output order.png',
        'tasker-workbench export order.yaml --format ruby --output my-app',
        'tasker-workbench export order.yaml --format yaml --environment production',
      ),
    )
    .action(async (file: string, _: unknown, command: Command) =>
      answer(await exportCommand(file, command.optsWithGlobals<ExportCommandOptions>(), io)),
    );
}

function examplesCommand(io: Io, answer: Answer): Command {
  return shared(new Command('examples'), io)
    .summary('list, show or copy the examples')
    .description('Lists the examples with their scenarios, shows one, or copies one into a folder.')
    .addArgument(new Argument('[name]', 'an example, e.g. 01 or ecommerce-checkout'))
    .option('--copy <folder>', 'copy the example there; nothing is overwritten')
    .addHelpText('after', exits('0 done · 2 unknown example, or a file is in the way · 64 wrong usage'))
    .addHelpText(
      'after',
      example(
        'tasker-workbench examples',
        'tasker-workbench examples 01',
        'tasker-workbench examples 01 --copy my-workflows',
      ),
    )
    .action(async (name: string | undefined, _: unknown, command: Command) =>
      answer(await examples(name, command.optsWithGlobals<ExamplesOptions>(), io)),
    );
}

function seed(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= 4_294_967_295) return value;
  throw new InvalidArgumentError('It must be a whole number from 0 to 4294967295.');
}

function scale(text: string): number {
  const value = Number(text);
  if (value >= 0.1 && value <= 10) return value;
  throw new InvalidArgumentError('It must be a number from 0.1 to 10.');
}
