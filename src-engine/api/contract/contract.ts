/**
 * What a caller may ask of the engine. Electron (MessagePort), browser mode (WebSocket) and the command line (in
 * process) are three doors to these procedures; there is no other way in.
 */
import { eventIterator, oc } from '@orpc/contract';
import type { ContractRouterClient } from '@orpc/contract';
import { z } from 'zod';
import { ERRORS } from './errors.ts';
import * as inspected from './inspect-schemas.ts';
import * as lab from './lab-schemas.ts';
import * as runs from './run-schemas.ts';
import * as scenarios from './scenario-schemas.ts';
import * as templates from './template-schemas.ts';
import { profileName, text } from './values.ts';

const { TEMPLATE_INVALID, SCENARIO_INVALID, NO_SUCH_RUN, RUN_OVER } = ERRORS;
const { BAD_FORK, EDIT_REFUSED, QUERY_FAILED, NO_SUCH_CONNECTION, INSPECTION_FAILED } = ERRORS;
const { BAD_CHANGE, NOT_GRANTED, FILE_UNUSABLE, FILE_CHANGED, NO_SUCH_EXAMPLE } = ERRORS;

/** UTF-16 units; the host counts bytes. */
const LONGEST_LAYOUT = 1_000_000;

const environment = z.string().optional();
const path = z.string().min(1).max(4_096);
const ofRun = z.object({ run: z.string() });
/** Of the event that is looked at; absent: the last one that is shown. */
const moment = ofRun.extend({ after: z.number().int().min(0).optional() });
/** Of an open connection. */
const ofConnection = z.object({ connection: z.string() });
const ofTask = ofConnection.extend({ task: z.string().max(60) });
const inspection = oc.errors({ NO_SUCH_CONNECTION, INSPECTION_FAILED });
const control = oc.input(ofRun).output(runs.runView);

export const contract = {
  engine: {
    /** Opens the database when it is not open yet, and says what it is. */
    info: oc.output(
      z.object({
        /** Version of the workbench. */
        version: z.string(),
        /** e.g. `PGlite, PostgreSQL 18.6`. */
        database: z.string(),
        /** Files the host gave access to when it was started, to be opened first. */
        granted: z.array(z.string()),
        /** Folders it gave access to. */
        folders: z.array(z.string()),
      }),
    ),
  },

  templates: {
    /** Steps, edges and problems of a text, valid or not. Pure: opens nothing. */
    parse: oc.input(z.object({ text, environment })).output(templates.templateView),
    /**
     * Who each text is, and how many problems it has, those between the texts included; null for what is no template. Pure.
     * Ask for some hundred kilobytes at a time: nothing else is answered meanwhile.
     */
    describe: oc
      .input(z.object({ files: z.array(z.object({ file: z.string(), text })).max(1_000) }))
      .output(z.array(templates.templateSummary.nullable())),
    /** Applies changes to a text and parses the result. Pure: nothing is stored. */
    edit: oc
      .errors({ BAD_CHANGE })
      .input(z.object({ text, environment, changes: z.array(templates.textChange).max(10_000) }))
      .output(z.object({ text, view: templates.templateView })),
    /** Reads a file the host gave access to. */
    open: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ path }))
      .output(templates.openedTemplate),
    /** Writes a file in one piece, unless it is no longer the `version` that was read. `null` overwrites whatever is there. */
    save: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE, FILE_CHANGED })
      .input(z.object({ path, text, version: z.string().nullable() }))
      .output(z.object({ version: z.string() })),
    /** The file's version now; null when it is gone. For noticing changes made elsewhere. */
    version: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ path }))
      .output(z.object({ version: z.string().nullable() })),
    /** The scenario files beside a template, the one taken by default first. */
    scenarios: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ path }))
      .output(z.array(templates.scenarioFile)),
    /**
     * Writes a scenario file beside a template, or removes it (`text` null). `before`: as it was read; what another program
     * wrote since is not written over, and `changed` says what it is.
     */
    saveScenario: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ path, file: path, text: text.nullable(), before: text.nullable() }))
      .output(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('saved') }),
          z.object({ kind: z.literal('changed'), text: text.nullable() }),
        ]),
      ),
    /** Text of the lint configuration that is nearest to a template; null where there is none. */
    lintConfig: oc
      .errors({ NOT_GRANTED })
      .input(z.object({ path }))
      .output(z.object({ text: z.string().nullable() })),
    /** Where the cards of a template were put by hand, as it is kept beside it; null where there is nothing. */
    layout: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ path }))
      .output(z.object({ text: z.string().nullable() })),
    /** `null` removes it. */
    saveLayout: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ path, text: z.string().max(LONGEST_LAYOUT).nullable() }))
      .output(z.object({})),
  },

  folders: {
    /** The YAML files below a folder the host gave access to; `notes` says what was left out. */
    list: oc
      .errors({ NOT_GRANTED, FILE_UNUSABLE })
      .input(z.object({ folder: path }))
      .output(z.object({ files: z.array(templates.folderFile), notes: z.array(z.string()) })),
  },

  examples: {
    list: oc.output(z.array(templates.example)),
    /** The text of a template with its scenarios. Examples are read only: saving one needs another place. */
    open: oc
      .errors({ NO_SUCH_EXAMPLE })
      .input(z.object({ example: z.string(), file: z.string() }))
      .output(templates.openedExample),
  },

  runs: {
    /** Starts a run; one that is under way is stopped first. There is one run at a time. */
    start: oc.errors({ TEMPLATE_INVALID, SCENARIO_INVALID }).input(runs.startRun).output(runs.runView),
    /** The last run that was started; null when there is none. For whoever comes back after a lost connection. */
    current: oc.output(runs.runView.nullable()),
    pause: control.errors({ NO_SUCH_RUN }),
    resume: control.errors({ NO_SUCH_RUN, RUN_OVER }),
    /** Shows exactly one more event, however long the virtual wait before it, and stays paused. */
    step: control.errors({ NO_SUCH_RUN, RUN_OVER }),
    /** Ends it for good; its log and its rows stay readable. */
    stop: control.errors({ NO_SUCH_RUN }),
    setSpeed: oc
      .errors({ NO_SUCH_RUN })
      .input(ofRun.extend({ speed: runs.speed }))
      .output(runs.runView),
    /**
     * The log from event `after` + 1 on, in batches, and the run's view whenever it changes (the clock at most 20 times a
     * second). Ends after the last event of a run that is over. Whoever lost the stream asks again from where it was.
     */
    watch: oc
      .errors({ NO_SUCH_RUN })
      .input(ofRun.extend({ after: z.number().int().min(0) }))
      .output(eventIterator(runs.runNews)),
    task: oc.errors({ NO_SUCH_RUN }).input(moment).output(runs.taskView.nullable()),
    /** Absent `steps`: all. Names that are no steps are left out. */
    readiness: oc
      .errors({ NO_SUCH_RUN })
      .input(moment.extend({ steps: z.array(z.string()).optional() }))
      .output(runs.readiness),
    /** Steps and edges of the template that runs, which may no longer be the text on the screen. */
    graph: oc.errors({ NO_SUCH_RUN }).input(ofRun).output(templates.templateView),
    /** Of a run that is over: what the command line prints; null while it is under way. */
    report: oc.errors({ NO_SUCH_RUN }).input(ofRun).output(runs.report.nullable()),

    /** The run that was started last and everything forked from it or put beside it, in the order they were made. */
    list: oc.output(z.array(runs.runView)),
    /** Goes on without waiting for the clock until something is shown, and pauses there. Stops at breakpoints too. */
    advance: oc
      .errors({ NO_SUCH_RUN, RUN_OVER })
      .input(ofRun.extend({ until: lab.until }))
      .output(runs.runView),
    /**
     * The event in the log where `advance` would have stopped if it had begun after event `from`, or the last one before
     * `from` where it would; null when there is none. `breakpoint`: the next one at which any breakpoint stops.
     */
    seek: oc
      .errors({ NO_SUCH_RUN })
      .input(
        ofRun.extend({
          from: z.number().int().min(0),
          direction: z.enum(['forward', 'back']),
          until: z.union([lab.until, z.object({ kind: z.literal('breakpoint') })]),
        }),
      )
      .output(z.object({ seq: z.number().int().nullable() })),
    /** Replaces all breakpoints, of every run. Those with a problem never stop anything. */
    setBreakpoints: oc
      .input(z.object({ breakpoints: z.array(lab.breakpoint).max(200) }))
      .output(z.object({ problems: z.array(lab.breakpointProblem) })),
    /**
     * Another run that is the same up to event `after` (or the end of what happens in one stroke with it) and goes on
     * otherwise: with another scenario, which attempts under way follow as well, and with what is done by hand first.
     */
    fork: oc
      .errors({ NO_SUCH_RUN, SCENARIO_INVALID, BAD_FORK })
      .input(
        ofRun.extend({
          after: z.number().int().min(0),
          scenario: z.object({ text, name: z.string() }).optional(),
          actions: z.array(lab.forkAction).max(100).default([]),
          speed: runs.speed,
          paused: z.boolean(),
        }),
      )
      .output(runs.runView),
    /** The same template, scenario and seed from the start under the other profile, beside the run. */
    beside: oc
      .errors({ NO_SUCH_RUN })
      .input(ofRun.extend({ profile: profileName, speed: runs.speed }))
      .output(runs.runView),
    /** Forgets a run that was forked or put beside another, and those forked from it. */
    drop: oc.errors({ NO_SUCH_RUN, BAD_FORK }).input(ofRun).output(z.object({})),
    compare: oc
      .errors({ NO_SUCH_RUN })
      .input(z.object({ left: z.string(), right: z.string() }))
      .output(lab.comparison),
    /** When SQL said that attempts may begin again: what no event tells. */
    retryTimes: oc.errors({ NO_SUCH_RUN }).input(ofRun).output(z.array(lab.retryTime)),
    /** Rows of Tasker's tables that belong to the run. */
    rows: oc.errors({ NO_SUCH_RUN }).input(moment).output(lab.stateRows.nullable()),
    /** One statement that only reads, on the rows as they were at that moment. */
    query: oc
      .errors({ NO_SUCH_RUN, QUERY_FAILED })
      .input(moment.extend({ sql: z.string().max(100_000) }))
      .output(lab.queryAnswer),
  },

  scenarios: {
    /** What a text says, checked by itself and against its template. */
    read: oc.input(z.object({ text, template: scenarios.ofTemplate })).output(scenarios.readScenario),
    /** Changes keys of a text, leaving everything else as it is written, and reads the result. */
    edit: oc
      .errors({ EDIT_REFUSED })
      .input(z.object({ text, edits: scenarios.keyEdits, template: scenarios.ofTemplate }))
      .output(scenarios.editedScenario),
    /** How a latency is spread: drawn a few thousand times. */
    latency: oc.input(z.object({ latency: scenarios.latency })).output(scenarios.latencyPicture),
    compare: oc.input(z.object({ left: text, right: text })).output(z.array(scenarios.scenarioDifference)),
  },

  sandbox: {
    schema: oc.output(lab.sandboxSchema),
  },

  /** A production database, which is only ever read. Whoever leaves a view aborts its call, and the server is told to stop. */
  production: {
    /** Connects, looks, and lets go. What goes wrong is the answer, not an error. */
    check: oc.input(inspected.connection).output(inspected.checked),
    /** A few may be open at a time; the one that was opened first gives way. Closed ones are opened by nobody else. */
    open: oc.input(inspected.connection.extend({ anyway: z.boolean() })).output(inspected.opened),
    close: oc.input(ofConnection).output(z.object({})),
    overview: inspection
      .input(
        ofConnection.extend({
          hours: z
            .number()
            .int()
            .min(1)
            .max(24 * 90),
        }),
      )
      .output(inspected.overview),
    /** The newest first, `before` a task whose place the last page named. */
    tasks: inspection
      .input(
        ofConnection.extend({
          filter: inspected.taskFilter,
          before: z.string().max(60).optional(),
          limit: z.number().int().min(1).max(200).default(50),
        }),
      )
      .output(inspected.taskPage),
    /** Steps that will never go on by themselves, those of the oldest open tasks first. */
    stuck: inspection
      .input(ofConnection.extend({ after: z.string().max(60).optional() }))
      .output(inspected.stuckPage),
    task: inspection.input(ofTask).output(inspected.taskDetail),
    /** Tasks that changed, asked for once a second at most, ever more seldom while the server is out of reach. */
    follow: inspection
      .input(ofConnection.extend({ filter: inspected.taskFilter }))
      .output(eventIterator(inspected.follow)),
    /** Where a template and what the database knows of it part. */
    drift: inspection
      .errors({ TEMPLATE_INVALID })
      .input(ofConnection.extend({ text, environment }))
      .output(inspected.drift),
    /** The functions that decide there, to be looked at before they are used here. */
    functions: inspection.input(ofConnection).output(z.array(inspected.lentFunction)),
    /** The keys of a task's context and results, with those that look like secrets marked. */
    maskPreview: inspection.input(ofTask).output(inspected.maskPreview),
    /** Copies one task into the sandbox as a run that stands at its moment, paused. */
    bringHome: inspection
      .errors({ BAD_FORK })
      .input(ofConnection.extend(inspected.bringHome.shape))
      .output(z.object({ run: runs.runView, template: text, scenario: text })),
  },

  tests: {
    /** Runs a scenario to its end as fast as it goes, apart from every other run. */
    run: oc
      .errors({ TEMPLATE_INVALID, SCENARIO_INVALID })
      .input(
        z.object({
          text,
          environment,
          scenario: z.object({ text, name: z.string() }),
          profile: profileName.optional(),
        }),
      )
      .output(lab.testAnswer),
  },
};

export type EngineContract = typeof contract;
export type EngineClient = ContractRouterClient<EngineContract>;
