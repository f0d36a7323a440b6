/** What is asked about scenarios as texts: to be read, changed, and pictured. */
import { z } from 'zod';
import type { Latency, Scenario } from '../../simulate/scenario.ts';
import type { TemplateEdit } from '../../template/edit/template-edit.ts';
import { problem, text } from './values.ts';

/** The template a scenario is checked against; absent: only by itself. */
export const ofTemplate = z.object({ text, environment: z.string().optional() }).optional();

/** Changes of keys, as for templates; whoever applies them has each checked. */
export const keyEdits = z
  .array(
    z.custom<Extract<TemplateEdit, { kind: 'set-value' | 'delete-value' }>>(
      (value) =>
        typeof value === 'object' &&
        value !== null &&
        'kind' in value &&
        (value.kind === 'set-value' || value.kind === 'delete-value'),
    ),
  )
  .max(1_000);

export const readScenario = z.object({
  /** Null when the text has errors. */
  scenario: z.custom<Scenario>(() => true).nullable(),
  problems: z.array(problem),
});

export const editedScenario = readScenario.extend({ text });

export const latency = z.custom<Latency>((value) => value !== undefined);

/** How long attempts take: drawn as a run would draw them. */
export const latencyPicture = z.object({
  /** Virtual milliseconds at the borders of the columns; one more than there are columns. */
  borders: z.array(z.number()).readonly(),
  /** Share of the draws in each column, 0 to 1. */
  shares: z.array(z.number()).readonly(),
  medianMs: z.number(),
  p95Ms: z.number(),
});

/** Something two scenarios say differently. */
export const scenarioDifference = z.object({
  /** Keys from the root, joined by dots. */
  path: z.string(),
  /** JSON; null where one does not say it. */
  left: z.string().nullable(),
  right: z.string().nullable(),
});

export type ReadScenario = z.infer<typeof readScenario>;
export type EditedScenario = z.infer<typeof editedScenario>;
export type LatencyPicture = z.infer<typeof latencyPicture>;
export type ScenarioDifference = z.infer<typeof scenarioDifference>;
export type KeyEdit = z.infer<typeof keyEdits>[number];
