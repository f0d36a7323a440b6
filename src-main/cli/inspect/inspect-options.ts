/** What `inspect` was called with, and what of it belongs to which question. */

export const QUESTIONS = ['overview', 'tasks', 'task', 'stuck', 'drift'] as const;
export type Question = (typeof QUESTIONS)[number];

export interface ConnectionOptions {
  readonly sslmode?: 'verify-full' | 'verify-ca' | 'require' | 'disable';
  readonly sslRootCert?: string;
  readonly schema?: string;
  /** Milliseconds. */
  readonly statementTimeout?: number;
  readonly anyway?: true;
}

export interface FilterOptions {
  /** Separated by commas. */
  readonly state?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly taskVersion?: string;
  readonly since?: string;
  readonly context?: string;
  readonly stuck?: true;
}

export interface InspectOptions extends ConnectionOptions, FilterOptions {
  readonly hours?: number;
  readonly limit?: number;
  readonly follow?: true;
  readonly environment?: string;
  readonly json?: true;
  readonly color: boolean;
}

const TASKS: readonly Question[] = ['tasks'];

const QUESTIONS_OF: Partial<Record<keyof InspectOptions, readonly Question[]>> = {
  hours: ['overview'],
  state: TASKS,
  namespace: TASKS,
  name: TASKS,
  taskVersion: TASKS,
  since: TASKS,
  context: TASKS,
  stuck: TASKS,
  follow: TASKS,
  limit: ['tasks', 'stuck'],
  environment: ['drift'],
};

/** The first option that says nothing about this question, in words; null where all do. */
export function misplacedOption(question: Question, options: InspectOptions): string | null {
  for (const [key, questions] of Object.entries(QUESTIONS_OF)) {
    if (options[key as keyof InspectOptions] === undefined || questions.includes(question)) continue;
    const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return `option '${flag}' belongs to '${questions.join("' and '")}'`;
  }
  return null;
}
