/** Every example under both profiles against the log that was recorded of it. `UPDATE_TRACES=1` records anew. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoggedEvent } from '../../src-engine/events/event.ts';
import { parseScenario } from '../../src-engine/simulate/parse-scenario.ts';
import { simulate } from '../../src-engine/simulate/simulate.ts';
import { resetSandbox } from '../../src-engine/store/calls/workbench-calls.ts';
import type { Database } from '../../src-engine/store/database.ts';
import { parseTemplate } from '../../src-engine/template/parse-template.ts';
import { exampleScenarios } from '../examples/example-files.ts';
import { openTestDatabase } from '../support/database.ts';

const FOLDER = join(import.meta.dirname, '../traces');
const PROFILES = ['documented', 'rails-1.0'] as const;
const isRecording = process.env['UPDATE_TRACES'] === '1';

let db: Database;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const cases = exampleScenarios().flatMap(({ path, text, template }) =>
  PROFILES.map((profile) => ({
    trace: path.replace('.scenario.yaml', `.${profile}.txt`),
    templateText: template.text,
    scenarioText: text,
    profile,
  })),
);

/** What tells one event from another at a glance. The sum above all lines vouches for the rest of the payloads. */
function line({ seq, at, name, payload }: LoggedEvent, startMs: number): string {
  const {
    step_name: step,
    attempt_number: attempt,
    from_state: from,
    to_state: to,
    error_message: error,
  } = payload;
  const parts = [
    String(seq).padStart(4),
    ((Date.parse(at) - startMs) / 1_000).toFixed(3).padStart(10),
    name,
    ...(typeof step === 'string' ? [step] : []),
    ...(typeof attempt === 'number' ? [`#${attempt}`] : []),
    ...(typeof from === 'string' && typeof to === 'string' ? [`${from}→${to}`] : []),
    ...(typeof error === 'string' ? [JSON.stringify(error)] : []),
  ];
  return parts.join(' ');
}

function traceOf(events: readonly LoggedEvent[], outcome: string): string {
  const sum = createHash('sha256').update(JSON.stringify(events)).digest('hex').slice(0, 32);
  const startMs = Date.parse(events[0]?.at ?? '');
  return `${[`${outcome}, ${events.length} events, sum ${sum}`, ...events.map((event) => line(event, startMs))].join('\n')}\n`;
}

describe('the log of an example', () => {
  test.each(cases)('$trace', async ({ trace, templateText, scenarioText, profile }) => {
    const scenario = parseScenario(scenarioText);
    if (scenario.kind !== 'parsed') throw new Error('the scenario cannot be read');
    const { environment } = scenario.scenario;
    const template = parseTemplate(templateText, environment === undefined ? {} : { environment });
    if (template.kind !== 'parsed') throw new Error('the template cannot be read');
    await resetSandbox(db);
    const { events, report } = await simulate(db, {
      template: template.template,
      scenario: scenario.scenario,
      profile,
    });
    const now = traceOf(events, report.outcome);
    const path = join(FOLDER, trace);
    if (isRecording) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, now);
    }
    // By lines: a difference is then shown where it is.
    expect(now.split('\n')).toEqual((await readFile(path, 'utf8')).split('\n'));
  });

  test('is recorded for every scenario, and for nothing else', async () => {
    const files = (await readdir(FOLDER, { recursive: true }))
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.txt'));
    const wanted = cases.map(({ trace }) => trace);
    const stray = files.filter((file) => !wanted.includes(file));
    if (isRecording) for (const file of stray) await rm(join(FOLDER, file));
    else expect(stray).toEqual([]);
    expect(files.filter((file) => wanted.includes(file)).toSorted()).toEqual(wanted.toSorted());
  });
});
