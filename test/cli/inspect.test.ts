import { describe, expect, test } from 'vitest';
import { cli, GOOD_TEMPLATE, inFolder } from './support/fake-io.ts';
import {
  DETAIL,
  DRIFT,
  FACTS,
  failed,
  HOSTILE,
  inspect,
  OVERVIEW,
  ROW,
  STUCK,
  URL,
} from './support/fake-production.ts';

const INSPECTION_FAILED = (message: string, hint: string) =>
  failed('INSPECTION_FAILED', message, { code: 'failed', hint });

describe('what is asked', () => {
  test('is the overview of the last day when nothing else is named', async () => {
    const { asked, stdout, code, isLetGo } = await inspect([URL]);
    expect(asked.inputs('overview')).toEqual([{ connection: 'c1', hours: 24 }]);
    expect(stdout).toContain('viewer@db.example.com/shop');
    expect(stdout).toContain('The views of analytics are missing.');
    expect([code, isLetGo, asked.inputs('close')]).toEqual([0, true, [{ connection: 'c1' }]]);
  });

  test('may be about a database that is named in the environment', async () => {
    const env = { TASKER_DATABASE_URL: URL };
    expect((await inspect([], {}, { env })).asked.inputs('overview')).toHaveLength(1);
    expect((await inspect(['task', '1042'], {}, { env })).asked.inputs('task')).toEqual([
      { connection: 'c1', task: '1042' },
    ]);
    const other = await inspect(['postgres://viewer@other.example.com/shop'], {}, { env });
    expect(other.asked.inputs('open')).toMatchObject([{ target: { host: 'other.example.com' } }]);
  });

  test('goes to the target that URL and options describe', async () => {
    const { asked } = await inspect(
      [
        `${URL}?sslmode=verify-full`,
        '--sslmode',
        'verify-ca',
        '--ssl-root-cert',
        'ca.pem',
        '--schema',
        'jobs',
        '--statement-timeout',
        '2s',
      ],
      {},
      { cwd: '/work-folder' },
    );
    expect(asked.inputs('open')).toEqual([
      {
        target: {
          host: 'db.example.com',
          port: 5432,
          database: 'shop',
          user: 'viewer',
          tls: { mode: 'verify-ca', caFile: expect.stringMatching(/work-folder.ca\.pem$/) },
          schema: 'jobs',
          statementTimeoutMs: 2_000,
        },
        anyway: false,
      },
    ]);
  });

  test('of tasks is filtered as the options say', async () => {
    const { asked } = await inspect([
      URL,
      'tasks',
      '--state=error, pending',
      '--namespace=shop',
      '--name=process_order',
      '--task-version=1.0.0',
      '--context="order_id": 42',
      '--stuck',
      '--since=2026-05-01T10:00',
    ]);
    expect(asked.inputs('tasks')).toEqual([
      {
        connection: 'c1',
        limit: 50,
        filter: {
          states: ['error', 'pending'],
          namespace: 'shop',
          name: 'process_order',
          version: '1.0.0',
          context: '"order_id": 42',
          stuckOnly: true,
          createdAfter: '2026-05-01T10:00:00.000Z',
        },
      },
    ]);
  });

  test('--since counts back from now when it is a duration', async () => {
    const { asked } = await inspect([URL, 'tasks', '--since', '2h']);
    const [input] = asked.inputs('tasks') as readonly { filter: { createdAfter: string } }[];
    const ago = Date.now() - Date.parse(input?.filter.createdAfter ?? '');
    expect(Math.abs(ago - 2 * 3_600_000)).toBeLessThan(60_000);
  });

  test('of tasks takes as many pages as the limit needs, also where a page is almost empty', async () => {
    const pages = [
      { rows: Array.from({ length: 200 }, () => ROW), next: 'p1', looked: 200 },
      { rows: [], next: 'p2', looked: 500 },
      { rows: Array.from({ length: 50 }, () => ROW), next: 'p3', looked: 60 },
    ];
    let page = 0;
    const { asked, stdout } = await inspect([URL, 'tasks', '--limit', '250', '--json'], {
      tasks: () => pages[page++],
    });
    expect(asked.inputs('tasks')).toMatchObject([
      { limit: 200 },
      { limit: 50, before: 'p1' },
      { limit: 50, before: 'p2' },
    ]);
    expect(JSON.parse(stdout)).toEqual({ rows: expect.any(Array), next: 'p3', looked: 760 });
    expect(JSON.parse(stdout).rows).toHaveLength(250);
  });
});

test('of what is stuck shows no more than the limit, and says that there is more', async () => {
  const steps = Array.from({ length: 9 }, (_, index) => ({ ...STUCK, task: String(index) }));
  const { stdout } = await inspect([URL, 'stuck', '--limit', '3', '--json'], {
    stuck: () => ({ steps, next: null, looked: 9 }),
  });
  expect(JSON.parse(stdout)).toEqual({ steps: steps.slice(0, 3), next: '2', looked: 9 });
});

describe('--json', () => {
  test.each([
    ['overview', [], OVERVIEW],
    ['tasks', ['tasks'], { rows: [ROW], next: null, looked: 1 }],
    ['task', ['task', '1042'], DETAIL],
    ['stuck', ['stuck'], { steps: [STUCK], next: null, looked: 1 }],
  ])('prints the answer about %s as it is, and nothing beside it', async (_, args, answer) => {
    const { stdout } = await inspect([URL, ...args, '--json']);
    expect(JSON.parse(stdout)).toEqual(answer);
  });

  test('has nothing in it that a terminal would obey, and means the same', async () => {
    const rows = [{ ...ROW, name: HOSTILE }];
    const { stdout } = await inspect([URL, 'tasks', '--json'], {
      tasks: () => ({ rows, next: null, looked: 1 }),
    });
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/);
    expect(JSON.parse(stdout)).toEqual({ rows, next: null, looked: 1 });
  });
});

describe('exit codes', () => {
  test('stuck is 1 where something is stuck, else 0', async () => {
    expect((await inspect([URL, 'stuck'])).code).toBe(1);
    const none = await inspect([URL, 'stuck'], { stuck: () => ({ steps: [], next: null, looked: 9 }) });
    expect([none.code, none.stdout]).toEqual([
      0,
      expect.stringContaining('Nothing is stuck (9 open tasks looked at)'),
    ]);
  });

  test('drift is 1 where file and database part, else 0', async () => {
    await inFolder({ 'order.yaml': GOOD_TEMPLATE }, async (cwd) => {
      const args = [URL, 'drift', 'order.yaml'];
      const { code, asked } = await inspect(args, {}, { cwd });
      expect([code, asked.inputs('drift')]).toEqual([1, [{ connection: 'c1', text: GOOD_TEMPLATE }]]);
      const same = await inspect(args, { drift: () => ({ ...DRIFT, rows: [] }) }, { cwd });
      expect(same.code).toBe(0);
      const unknown = await inspect(args, { drift: () => ({ ...DRIFT, rows: [], known: false }) }, { cwd });
      expect(unknown.code).toBe(1);
    });
  });

  test('a template with errors is told before anything is connected to', async () => {
    await inFolder({ 'order.yaml': 'name: [' }, async (cwd) => {
      const { code, stderr, asked } = await inspect([URL, 'drift', 'order.yaml'], {}, { cwd });
      expect([code, asked.asked]).toEqual([2, []]);
      expect(stderr).toContain('order.yaml:1:');
      const missing = await inspect([URL, 'drift', 'nothing.yaml'], {}, { cwd });
      expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('unreadable-file')]);
    });
  });

  test('a database that cannot be reached is 2, with what is wrong and what to do', async () => {
    const trouble = { code: 'refused', message: 'Nothing listens there.', hint: 'Check host and port.' };
    const { code, stdout, stderr, isLetGo } = await inspect([URL], {
      open: () => ({ kind: 'failed', trouble }),
    });
    expect({ code, stdout, stderr, isLetGo }).toEqual({
      code: 2,
      stdout: '',
      stderr: 'Nothing listens there.\n  Check host and port.\n',
      isLetGo: true,
    });
  });

  test('a task that is not there is 2', async () => {
    const { code, stderr, asked } = await inspect([URL, 'task', '9'], {
      task: () => {
        throw INSPECTION_FAILED('There is no task 9.', 'List them: tasks.');
      },
    });
    expect([code, stderr]).toEqual([2, 'There is no task 9.\n  List them: tasks.\n']);
    expect(asked.inputs('close')).toHaveLength(1);
  });

  test('what should not happen is 70', async () => {
    const { code, stderr, isLetGo } = await inspect([URL], {
      overview: () => {
        throw new Error('a bug');
      },
    });
    expect([code, stderr, isLetGo]).toEqual([
      70,
      expect.stringContaining('This should not happen: Error: a bug'),
      true,
    ]);
  });
});

describe('a role that may write', () => {
  const writes = ['It may insert into tasker_tasks.'];
  const open = ({ anyway }: { readonly anyway: boolean }) =>
    anyway
      ? { kind: 'open', id: 'c1', facts: { ...FACTS, writes } }
      : { kind: 'writable', facts: { ...FACTS, writes } };

  test('is refused with what it may do and how to make one that only reads', async () => {
    const { code, stdout, stderr, asked } = await inspect([URL], { open });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('- It may insert into tasker_tasks.');
    expect(stderr).toContain(
      '  CREATE ROLE tasker_viewer LOGIN;\n  GRANT USAGE ON SCHEMA public TO tasker_viewer;\n',
    );
    expect(stderr).toContain('--anyway');
    expect(asked.inputs('overview')).toEqual([]);
  });

  test('is used with --anyway, which is said', async () => {
    const { code, stdout, stderr } = await inspect([URL, '--anyway'], { open });
    expect([code, stderr]).toEqual([0, expect.stringContaining('- It may insert into tasker_tasks.')]);
    expect(stdout).toContain('Tasks');
  });
});

describe('a password', () => {
  const PASSWORD = 'tops3cret';
  const WITH_PASSWORD = `postgres://viewer:${PASSWORD}@db.example.com/shop`;

  test('in the URL is taken, never printed, and warned of', async () => {
    const { asked, stdout, stderr, code } = await inspect([WITH_PASSWORD], {}, { isTerminal: true });
    expect(asked.inputs('open')).toMatchObject([{ password: PASSWORD }]);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(PASSWORD);
    expect(stderr).toMatch(/other users of this machine.*PGPASSWORD or ~\/\.pgpass/);
  });

  test('in the environment is not warned of: others do not see it', async () => {
    const { asked, stderr } = await inspect([], {}, { env: { TASKER_DATABASE_URL: WITH_PASSWORD } });
    expect([asked.inputs('open'), stderr]).toMatchObject([[{ password: PASSWORD }], '']);
  });

  test.each([
    [
      'no connection',
      { open: () => ({ kind: 'failed', trouble: said(`auth ${PASSWORD} ${WITH_PASSWORD}`) }) },
    ],
    ['a call that fails', { overview: () => fail(INSPECTION_FAILED(`${PASSWORD}?`, WITH_PASSWORD)) }],
    ['a bug', { overview: () => fail(new Error(`${PASSWORD} ${WITH_PASSWORD}`)) }],
  ])('is not printed with %s either', async (_, answers) => {
    const { stdout, stderr, code } = await inspect([WITH_PASSWORD], answers);
    expect(code).not.toBe(0);
    expect(stdout + stderr).not.toContain(PASSWORD);
  });

  test.each([
    [[WITH_PASSWORD, 'nonsense']],
    [[WITH_PASSWORD, 'tasks', 'too', 'many']],
    [[WITH_PASSWORD, 'tasks', '--state', '']],
    [['overview', WITH_PASSWORD]],
    [[`postgres:/viewer:${PASSWORD}@db.example.com/shop`]],
    [[`viewer:${PASSWORD}@db.example.com/shop`]],
    [[`postgres://viewer:${PASSWORD}/shop`]],
    [[URL, '--hours', WITH_PASSWORD]],
    [[URL, '--sslmode', `postgres://db.example.com/shop?user=viewer&password=${PASSWORD}`]],
  ])('is not repeated by what is said of wrong usage: %j', async (args) => {
    const { stdout, stderr, code } = await inspect(args, {}, { env: { TASKER_DATABASE_URL: URL } });
    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).not.toContain(PASSWORD);
  });

  test('is not repeated where a URL is taken for a command', async () => {
    const { stderr, code } = await cli([`postgres://viewer:p@'s${PASSWORD}@db.example.com/shop`]);
    expect([code, stderr]).toEqual([64, expect.not.stringContaining(PASSWORD)]);
  });

  function said(message: string) {
    return { code: 'auth', message, hint: message };
  }

  function fail(error: Error): never {
    throw error;
  }
});

describe('wrong usage exits 64', () => {
  test.each([
    [[], 'TASKER_DATABASE_URL'],
    [['nonsense'], 'no URL of a PostgreSQL database'],
    [[URL, 'nonsense'], 'one of overview, tasks, task, stuck, drift'],
    [[URL, 'task'], 'needs the number'],
    [[URL, 'task', '1; x'], 'no number of a task'],
    [[URL, 'drift'], 'needs a template file'],
    [[URL, 'stuck', '5'], 'too many arguments'],
    [[URL, 'stuck', '--state', 'error'], "option '--state' belongs to 'tasks'"],
    [[URL, '--task-version', '1'], "option '--task-version' belongs to 'tasks'"],
    [[URL, '--limit', '5'], "option '--limit' belongs to 'tasks' and 'stuck'"],
    [[URL, '--hours', '0'], 'from 1 to 2160'],
    [[URL, 'tasks', '--limit', '0'], 'from 1'],
    [[URL, 'tasks', '--since', 'yesterday'], "'--since' is a duration"],
    [[URL, 'tasks', '--since', '2026-13-40'], "'--since' is a duration"],
    [[URL, '--statement-timeout', '1h'], 'from 500ms to 2m'],
    [[URL, '--sslmode', 'prefer'], 'Allowed choices are verify-full'],
    [[URL, '--schema', ''], 'schema'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr, asked } = await inspect(args);
    expect({ code, stdout, asked: asked.asked }).toEqual({ code: 64, stdout: '', asked: [] });
    expect(stderr).toContain(message);
  });
});

describe('--follow', () => {
  const changed = { kind: 'changed', at: '2026-05-01T12:00:00.000Z', rows: [ROW] };
  const trouble = {
    kind: 'trouble',
    trouble: { code: 'lost', message: 'The server went away.', hint: '' },
    againInMs: 5_000,
  };

  function following() {
    const controller = new AbortController();
    const follow = async function* () {
      yield changed;
      yield trouble;
      controller.abort(new Error('Ctrl-C'));
    };
    return { answers: { follow: () => follow() }, fake: { signal: controller.signal } };
  }

  test('prints tasks as they change, after those that are there, until Ctrl-C', async () => {
    const { answers, fake } = following();
    const { code, stdout, stderr, isLetGo } = await inspect([URL, 'tasks', '--follow'], answers, fake);
    expect(stdout).toMatch(
      /1 task, the newest first[\s\S]*2026-05-01 10:02:05 {2}1042 {2}✗ error {2}process_order 1\.0\.0 in shop/,
    );
    expect(stderr).toBe('The server went away. Trying again in 5.0 s.\nCancelled.\n');
    expect([code, isLetGo]).toEqual([130, true]);
  });

  test('with --json is a line for each message and nothing else', async () => {
    const { answers, fake } = following();
    const { stdout } = await inspect([URL, 'tasks', '--follow', '--json'], answers, fake);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([changed, trouble]);
  });
});

describe('while it waits', () => {
  test('a terminal is told what for, and the line is cleared', async () => {
    const { stderr } = await inspect([URL], {}, { isTerminal: true });
    expect(stderr).toContain('Connecting to viewer@db.example.com/shop …');
    expect(stderr).toMatch(/\r\u001B\[K$/);
  });

  test('Ctrl-C ends it with 130, and the database is let go of', async () => {
    const controller = new AbortController();
    const overview = (_: never, signal: AbortSignal | undefined) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        controller.abort(new Error('Ctrl-C'));
      });
    const { code, stderr, asked, isLetGo } = await inspect(
      [URL],
      { overview },
      { signal: controller.signal },
    );
    expect([code, stderr, asked.inputs('close').length, isLetGo]).toEqual([130, 'Cancelled.\n', 1, true]);
  });
});
