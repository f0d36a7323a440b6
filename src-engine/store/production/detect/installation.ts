/** What Tasker is installed in a database: which generation, where, and what it lacks (schema reference, section 7). */

/** A table with the types of its columns, as `format_type` prints them. */
export interface FoundTable {
  readonly schema: string;
  readonly table: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly readable: boolean;
  /** The planner's estimate; below 0 where it was never counted. */
  readonly rows: number;
}

export interface FoundFunction {
  readonly schema: string;
  readonly name: string;
  readonly arguments: string;
  readonly result: string;
  readonly body: string;
  readonly language: string;
  readonly volatility: 'immutable' | 'stable' | 'volatile';
  readonly isSecurityDefiner: boolean;
}

export type Generation = 'rails' | 'core';

export interface Installation {
  readonly generation: Generation;
  readonly schema: string;
  readonly prefix: string;
  readonly hasNamespaces: boolean;
  readonly hasVersions: boolean;
  readonly functions: readonly FoundFunction[];
  readonly readiness: 'v01' | 'v02' | 'own' | 'none';
  readonly estimatedTasks: number;
  readonly notes: readonly string[];
}

export type Detected =
  | { readonly kind: 'found'; readonly installation: Installation }
  | {
      readonly kind: 'refused';
      readonly code: 'not_tasker' | 'too_old' | 'early_core' | 'not_allowed';
      readonly message: string;
      readonly hint: string;
    };

const STEPS = 'workflow_steps';
/** Without these there is nothing to show. */
const NEEDED = [
  'tasks',
  'named_tasks',
  'named_steps',
  STEPS,
  'workflow_step_edges',
  'task_transitions',
  'workflow_step_transitions',
];
const READINESS = 'get_step_readiness_status';

interface Candidate {
  readonly schema: string;
  readonly prefix: string;
  readonly tables: ReadonlyMap<string, FoundTable>;
}

/** Pure. @param schema Only this one counts; null: the likeliest. */
export function detectInstallation(
  tables: readonly FoundTable[],
  functions: readonly FoundFunction[],
  schema: string | null,
): Detected {
  const candidates = candidatesIn(tables).filter((each) => schema === null || each.schema === schema);
  const answers = candidates.map((each) => judge(each, functions));
  const found = answers.flatMap((answer) => (answer.kind === 'found' ? [answer.installation] : []));
  const [first, ...others] = found;
  if (first === undefined) return answers[0] ?? nothing(schema);
  if (others.length === 0) return { kind: 'found', installation: first };
  const names = others.map((each) => `${each.schema} (${GENERATIONS[each.generation]})`).join(', ');
  const note = `Tasker is installed more than once here: also in schema ${names}. Name a schema to look there.`;
  return { kind: 'found', installation: { ...first, notes: [...first.notes, note] } };
}

export const GENERATIONS = { rails: 'Tasker for Rails', core: 'tasker-core' } as const;

function nothing(schema: string | null): Detected {
  const where = schema === null ? 'No schema of this database' : `Schema ${schema}`;
  return {
    kind: 'refused',
    code: 'not_tasker',
    message: `${where} holds Tasker's tables, as far as this role can see.`,
    hint: 'Check the name of the database, and that the role has USAGE on the schema.',
  };
}

/** The successor's schema first, then `public`, then the others by name. */
function candidatesIn(tables: readonly FoundTable[]): readonly Candidate[] {
  return tables
    .filter(({ table }) => table.endsWith(STEPS))
    .map(({ schema, table }) => {
      const prefix = table.slice(0, -STEPS.length);
      const own = tables.filter((each) => each.schema === schema && each.table.startsWith(prefix));
      return { schema, prefix, tables: new Map(own.map((each) => [each.table.slice(prefix.length), each])) };
    })
    .filter(({ tables: own }) => own.has('tasks'))
    .sort((a, b) => rank(a) - rank(b) || a.schema.localeCompare(b.schema));
}

function rank({ schema }: Candidate): number {
  if (schema === 'tasker') return 0;
  return schema === 'public' ? 1 : 2;
}

function judge(candidate: Candidate, functions: readonly FoundFunction[]): Detected {
  const { schema, tables } = candidate;
  const steps = tables.get(STEPS)?.columns ?? {};
  const tasks = tables.get('tasks')?.columns ?? {};
  const own = functions.filter((each) => each.schema === schema);
  const isEarly = 'task_uuid' in tasks && ('task_id' in tasks || candidate.prefix !== '');
  if (isEarly || own.some(({ name }) => name === 'claim_ready_tasks')) return earlyCore(schema);
  if ('depends_on_step_id' in steps) {
    return tooOld(schema, 'steps name the one step they depend on, which Tasker gave up in April 2025');
  }
  const missing = NEEDED.filter((table) => !tables.has(table)).map((table) => `${candidate.prefix}${table}`);
  if (missing.length > 0)
    return tooOld(schema, `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`);
  const hidden = NEEDED.filter((table) => tables.get(table)?.readable !== true);
  if (hidden.length > 0) return notAllowed(candidate, hidden);
  const isCore = steps['workflow_step_uuid'] === 'uuid';
  if (!isCore && !('workflow_step_id' in steps))
    return tooOld(schema, 'steps have no key that is known here');
  return { kind: 'found', installation: installationOf(candidate, isCore ? 'core' : 'rails', own) };
}

function installationOf(
  { schema, prefix, tables }: Candidate,
  generation: Generation,
  functions: readonly FoundFunction[],
): Installation {
  const namespaceKey = generation === 'core' ? 'task_namespace_uuid' : 'task_namespace_id';
  const hasNamespaces =
    tables.get('task_namespaces')?.readable === true && namespaceKey in namedTasks(tables);
  const hasVersions = 'version' in namedTasks(tables);
  const readiness = readinessOf(generation, functions);
  return {
    generation,
    schema,
    prefix,
    hasNamespaces,
    hasVersions,
    functions,
    readiness,
    estimatedTasks: Math.max(0, Math.round(tables.get('tasks')?.rows ?? 0)),
    notes: notesOf({ tables, generation, functions, readiness, hasNamespaces, hasVersions }),
  };
}

function namedTasks(tables: Candidate['tables']): Readonly<Record<string, string>> {
  return tables.get('named_tasks')?.columns ?? {};
}

function readinessOf(generation: Generation, functions: readonly FoundFunction[]): Installation['readiness'] {
  const body = functions.find(({ name }) => name === READINESS)?.body;
  if (body === undefined) return 'none';
  if (generation === 'core') return 'own';
  // What the second version has and the first has not (schema reference, section 7).
  return /coalesce\s*\(\s*(?:\w+\.)?attempts\s*,\s*0\s*\)/i.test(body) ? 'v02' : 'v01';
}

function notesOf(
  known: Pick<Installation, 'generation' | 'functions' | 'readiness' | 'hasNamespaces' | 'hasVersions'> &
    Pick<Candidate, 'tables'>,
): readonly string[] {
  const { tables, generation, functions, readiness } = known;
  const notes: string[] = [];
  if (readiness === 'none') {
    notes.push(
      functions.length === 0
        ? "Tasker's functions are missing, as after a restore from a Ruby schema dump: its own queries would fail."
        : 'The readiness function is missing: this installation is from before June 2025, or incomplete.',
    );
  }
  if (readiness === 'v01')
    notes.push(
      'Its readiness functions are the first version: a step whose attempts are null is never ready.',
    );
  if (generation === 'core') return notes;
  if (!known.hasNamespaces)
    notes.push('It has no namespaces: it is from before June 2025, or they cannot be read.');
  if (!known.hasVersions) notes.push('Its tasks have no versions: it is from before June 2025.');
  if ('status' in (tables.get('tasks')?.columns ?? {})) {
    notes.push(
      'Tasks have a status column, from before May 2025: states shown here come from the transitions and may differ from it.',
    );
  }
  if (readiness !== 'none' && !functions.some(({ name }) => name.startsWith('get_analytics_metrics'))) {
    notes.push('It has no analytics functions: it is from before July 2025. They are not needed here.');
  }
  return notes;
}

function earlyCore(schema: string): Detected {
  return {
    kind: 'refused',
    code: 'early_core',
    message: `Schema ${schema} is that of an early tasker-core, from before its first release.`,
    hint: 'Only released versions can be read: their tables are in a schema of their own, named tasker.',
  };
}

function tooOld(schema: string, why: string): Detected {
  return {
    kind: 'refused',
    code: 'too_old',
    message: `The Tasker in schema ${schema} is too old to be read: ${why}.`,
    hint: 'Versions from May 2025 on can be read, with edges and transitions in tables of their own.',
  };
}

function notAllowed({ schema, prefix }: Candidate, hidden: readonly string[]): Detected {
  const names = hidden.map((table) => `${prefix}${table}`).join(', ');
  return {
    kind: 'refused',
    code: 'not_allowed',
    message: `This role may not read ${names} in schema ${schema}.`,
    hint: `Let it: grant usage on schema ${schema}, and grant select on all tables in it, to this role.`,
  };
}
