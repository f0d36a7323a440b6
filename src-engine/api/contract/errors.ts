/** Every error a procedure may answer with, by code. Whatever is not here is a fault of ours, not of the caller. */
import { z } from 'zod';
import { problem } from './values.ts';

/** The template or scenario has errors; `data` says which. */
const problems = z.object({ problems: z.array(problem) });

export const ERRORS = {
  /** The text is no valid template: nothing can run. */
  TEMPLATE_INVALID: { message: 'The template has errors.', data: problems },
  /** The scenario has errors, or does not fit the template. */
  SCENARIO_INVALID: { message: 'The scenario has errors.', data: problems },
  /** The run was replaced by a later one, or the engine was restarted since. */
  NO_SUCH_RUN: { message: 'This run is gone.' },
  /** The run has come to its end: there is nothing to step or to resume. */
  RUN_OVER: { message: 'The run is over.' },
  /** A change of text lies outside of it, or overlaps another. */
  BAD_CHANGE: { message: 'A change does not fit the text.' },
  /** The host does not give access to that file. */
  NOT_GRANTED: { message: 'This file was not given to the workbench.' },
  /** The file cannot be read or written; `message` says why, `data.hint` how to mend it. */
  FILE_UNUSABLE: { message: 'The file cannot be used.', data: z.object({ hint: z.string() }) },
  /** The file is not what it was when it was read; `data` is what it is now, null when it is gone. */
  FILE_CHANGED: {
    message: 'The file was changed by another program.',
    data: z.object({ text: z.string().nullable(), version: z.string().nullable() }),
  },
  /** The text cannot be changed that way; `message` says why, `data.hint` how to mend it. */
  EDIT_REFUSED: { message: 'The change cannot be made.', data: z.object({ hint: z.string() }) },
  /** The run cannot be forked there, or that way; `message` says why. */
  BAD_FORK: { message: 'The run cannot be forked this way.' },
  /** The database refused the statement; `message` says why. */
  QUERY_FAILED: {
    message: 'The query failed.',
    /** `position`: of the character it is about, 1 for the first. */
    data: z.object({ position: z.number().int().nullable(), hint: z.string().nullable() }),
  },
  /** The connection was closed, or the engine was restarted since. */
  NO_SUCH_CONNECTION: { message: 'This connection is closed.' },
  /** The production database did not answer; `message` says why, `data.hint` what to do. */
  INSPECTION_FAILED: {
    message: 'The database did not answer.',
    data: z.object({ code: z.string(), hint: z.string() }),
  },
  /** There is no example or no template in it by that name. */
  NO_SUCH_EXAMPLE: { message: 'There is no such example.' },
} as const;

export type ErrorCode = keyof typeof ERRORS;
