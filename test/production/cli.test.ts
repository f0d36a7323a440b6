/** `inspect` on the command line with an engine of its own, against a server with tasks of every kind. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { groupBy } from '../../src-engine/group-by.ts';
import type { CliRun, FakeIo } from '../cli/support/fake-io.ts';
import { cli, inFolder } from '../cli/support/fake-io.ts';
import { addTask } from './support/add-task.ts';
import type { Filled } from './support/fill-tasks.ts';
import { fillTasks } from './support/fill-tasks.ts';
import { PASSWORDS } from './support/roles.ts';
import { describeWithServer, withServer } from './support/server.ts';
import type { TestDatabase } from './support/tasker-database.ts';
import { createTaskerDatabase } from './support/tasker-database.ts';

const WITHIN_MS = 20_000;

describeWithServer('inspect, against a server', () => {
  const server = withServer({ auth: 'password' });
  let database: TestDatabase;
  let filled: Filled;
  const printed: string[] = [];

  beforeAll(async () => {
    database = await createTaskerDatabase(server);
    filled = await fillTasks(database.db, { tasks: 300, stuckOfEach: 3 });
  });
  afterAll(() => database.close());

  /** The URL with its password is in the environment. */
  async function inspect(args: readonly string[], fake: FakeIo = {}, role: 'viewer' | 'writer' = 'viewer') {
    return kept(
      await cli(['inspect', ...args], { ...fake, env: { TASKER_DATABASE_URL: database.url(role) } }),
    );
  }

  function kept(run: CliRun): CliRun {
    printed.push(run.stdout, run.stderr);
    return run;
  }

  async function json(args: readonly string[]) {
    const { stdout, ...rest } = await inspect([...args, '--json']);
    return { answer: JSON.parse(stdout), ...rest };
  }

  test('the overview counts all tasks and names what is stuck', async () => {
    const { code, stdout, stderr } = await inspect([]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Database {2}viewer@127\.0\.0\.1:\d+\/production_/);
    expect(stdout).toContain('Tasks: 300 tasks, as of');
    expect(stdout).toMatch(/✓ complete +\d+ +\d+\.\d %/);
    expect(stdout).toContain('waits for a parent that was cancelled');
    const { answer } = await json(['overview', '--hours', '336']);
    expect(answer.looked).toEqual({ tasks: 300, isAll: true });
    expect(answer.throughput.buckets.length).toBe(2 * 14 + 1);
  });

  test('tasks are listed as the filters say, over as many pages as the limit needs', async () => {
    const all = await json(['tasks', '--limit', '250']);
    expect(all.answer.rows.map(({ task }: { task: string }) => Number(task))).toEqual(
      Array.from({ length: 250 }, (_, index) => 300 - index),
    );
    const { answer, code } = await json(['tasks', '--state', 'cancelled,error', '--namespace', 'payments']);
    expect(code).toBe(0);
    const states = groupBy(answer.rows as { state: string }[], ({ state }) => state);
    expect([...states.keys()].sort()).toEqual(['cancelled', 'error']);
    expect(new Set(answer.rows.map(({ namespace }: { namespace: string }) => namespace))).toEqual(
      new Set(['payments']),
    );
    const named = await inspect(['tasks', '--name', 'reserve', '--task-version', '1.0.0', '--since', '14d']);
    expect(named.stdout).toMatch(/Task {2}State +Name +Version +Namespace/);
    expect(named.stdout).toMatch(/reserve_stock {2}1\.0\.0 +inventory/);
    expect(named.stdout).not.toContain('charge_order');
    const nothing = await inspect(['tasks', '--context', '"nothing": "like it"']);
    expect(nothing).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No task is like that (300 looked at)'),
    });
    const stuck = await inspect(['tasks', '--stuck', '--name', 'order']);
    expect(stuck.stdout).toMatch(/\d+ tasks, the oldest first/);
  });

  test('one task is shown with why its steps wait, and what can be done about it', async () => {
    const [place] = filled.stuck.notRetryable;
    const { code, stdout, stderr } = await inspect(['task', String(place?.taskId)]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(`Task ${place?.taskId}  ▶ in progress`);
    expect(stdout).toMatch(/Readiness \(the shipped engine's functions/);
    expect(stdout).toContain('failed for good: no retry is allowed');
    expect(stdout).toContain('Text to copy; nothing was run:');
  });

  test('a task that is not there exits 2', async () => {
    const { code, stdout, stderr } = await inspect(['task', '999999']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no task 999999 in this database.');
  });

  test('what is stuck is found in every kind, and exits 1', async () => {
    const { code, answer } = await json(['stuck', '--limit', '500']);
    expect(code).toBe(1);
    const tasks = new Set(answer.steps.map(({ task }: { task: string }) => Number(task)));
    for (const { taskId } of Object.values(filled.stuck).flat()) expect(tasks).toContain(taskId);
    const { stdout } = await inspect(['stuck', '--limit', '5']);
    expect(stdout).toMatch(/5 findings \(\d+ open tasks looked at; there are more: --limit\)/);
  });

  test('drift says where a template and the database part, and exits 1', async () => {
    await addTask(database.db, { name: 'drifting', parents: { load: [], check: ['load'] } });
    const [{ namespace, version }] = (await json(['tasks', '--name', 'drifting'])).answer.rows;
    const template = [
      'name: drifting',
      `namespace_name: ${namespace}`,
      `version: "${version}"`,
      'task_handler_class: Drifting',
      'default_dependent_system: s',
      'step_templates:',
      '  - { name: load, handler_class: Load }',
      '  - { name: check, handler_class: Check, depends_on_step: load }',
      '  - { name: publish, handler_class: Publish, depends_on_step: check }',
      '',
    ].join('\n');
    const unknown = template.replace('drifting', 'never_run');
    await inFolder({ 'drifting.yaml': template, 'never_run.yaml': unknown }, async (cwd) => {
      const { code, stdout } = await inspect(['drift', 'drifting.yaml'], { cwd });
      expect(code).toBe(1);
      expect(stdout).toContain('step publish');
      expect(stdout).toMatch(/differences? between drifting\.yaml and the database/);
      const never = await inspect(['drift', join(cwd, 'never_run.yaml')], { cwd });
      expect(never.code).toBe(1);
      expect(never.stdout).toContain('The database knows no task as in');
    });
  });

  test('a role that may write is refused with a script, and let in with --anyway', async () => {
    const refused = await inspect([], {}, 'writer');
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/Refused: this role may do more than read/);
    expect(refused.stderr).toMatch(/create role/i);
    expect(refused.stderr).toMatch(/grant select/i);
    const anyway = await inspect(['--anyway'], {}, 'writer');
    expect(anyway.code).toBe(0);
    expect(anyway.stdout).toContain('Tasks: ');
    expect(anyway.stderr).toContain('This role may do more than read');
  });

  test('a password is taken from PGPASSWORD as well', async () => {
    const url = new URL(database.url('viewer'));
    url.password = '';
    vi.stubEnv('PGPASSWORD', PASSWORDS['viewer']);
    const { code, stderr } = kept(await cli(['inspect', url.href, 'tasks']));
    vi.unstubAllEnvs();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test('a wrong password exits 2 and is not repeated', async () => {
    const wrong = 'not-the-password-41';
    const url = database.url('viewer').replace(PASSWORDS['viewer'] ?? '', wrong);
    const { code, stdout, stderr } = kept(await cli(['inspect', url, 'stuck']));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/password/i);
    expect(stderr).not.toContain(wrong);
  });

  test('--follow prints what changes as it changes, until it is told to end', async () => {
    const { taskId } = await addTask(database.db, { name: 'followed', parents: { only: [] } });
    const stop = new AbortController();
    const seen: string[] = [];
    const following = inspect(['tasks', '--name', 'followed', '--follow', '--json'], {
      signal: stop.signal,
      onWrite: (text) => void seen.push(text),
    });
    await until(() => seen.length > 0);
    await database.db.exec(
      `insert into tasker_task_transitions (task_id, to_state, sort_key, most_recent, created_at, updated_at)
       values (${taskId}, 'in_progress', 10, true, now() at time zone 'UTC', now() at time zone 'UTC')`,
    );
    await until(() => seen.length > 1);
    stop.abort(new Error('Ctrl-C'));
    const { code, stdout, stderr } = await following;
    expect({ code, stderr }).toEqual({ code: 130, stderr: 'Cancelled.\n' });
    const messages = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(messages[0]).toMatchObject({ kind: 'changed', rows: [] });
    expect(messages[1].rows).toMatchObject([{ task: String(taskId), state: 'in_progress' }]);
  }, 30_000);

  test('lets go of the server, whatever happened', async () => {
    await until(async () => (await sessions()) === 0);
  });

  test('printed no password', () => {
    expect(printed.length).toBeGreaterThan(20);
    for (const password of Object.values(PASSWORDS)) expect(printed.join('\n')).not.toContain(password);
  });

  async function sessions(): Promise<number> {
    const [row] = await database.db.query<{ count: number }>(
      "select count(*)::integer as count from pg_stat_activity where usename in ('viewer', 'writer')",
    );
    return row?.count ?? 0;
  }
});

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await expect.poll(isSo, { timeout: WITHIN_MS, interval: 50 }).toBe(true);
}
