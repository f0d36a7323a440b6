/** What is said of a template, and of the files that hold one. */
import { z } from 'zod';
import { problem, text } from './values.ts';

/** UTF-16 offset and length in the text. */
export const range = z.object({ offset: z.number().int().min(0), length: z.number().int().min(0) });

export const stepNode = z.object({
  /** Unique in the graph: the step's name, with `#2`, `#3` for repeats. */
  id: z.string(),
  name: z.string(),
  /** Absent where the text does not say it (yet). */
  handlerClass: z.string().optional(),
  description: z.string().optional(),
  dependentSystem: z.string().optional(),
  /** Total attempts. */
  retryLimit: z.number().optional(),
  retryable: z.boolean().optional(),
  /** Longest way from a root; 0 where a cycle leaves none. */
  level: z.number().int(),
  /** JSON pointer of the step in the text. */
  path: z.string(),
  /** Of the step's name. */
  nameRange: range,
  /** Of the whole step. */
  stepRange: range,
});

export const stepEdge = z.object({ from: z.string(), to: z.string() });

export const templateView = z.object({
  /** The text is a valid template: it can run. */
  isValid: z.boolean(),
  /** The text has syntax errors: steps and edges are what could be recovered. */
  isBroken: z.boolean(),
  name: z.string().optional(),
  namespace: z.string().optional(),
  version: z.string().optional(),
  environments: z.array(z.string()),
  problems: z.array(problem),
  steps: z.array(stepNode),
  /** By `id`; only between steps that exist. */
  edges: z.array(stepEdge),
  /** Each a closed way, by `id`: every step waits for the next one, and the first is also the last. */
  cycles: z.array(z.array(z.string())),
  /** The longest chain of steps, by `id`; empty when there is a cycle. */
  criticalPath: z.array(z.string()),
});

/** Absent where the text does not say it. */
export const templateSummary = z.object({
  name: z.string().optional(),
  namespace: z.string().optional(),
  version: z.string().optional(),
  steps: z.number().int(),
  errors: z.number().int(),
  warnings: z.number().int(),
  infos: z.number().int(),
});

/** A YAML file of a folder, which may be a template. */
export const folderFile = z.object({
  path: z.string(),
  /** From the folder, with forward slashes. */
  shownPath: z.string(),
  /** Changes when the file was written. */
  version: z.string(),
});

/** A replacement of text; several refer to the same, unchanged text and must not overlap. */
export const textChange = range.extend({ text });

export const openedTemplate = z.object({
  path: z.string(),
  text,
  /** Changes whenever the file's content does. */
  version: z.string(),
});

export const scenarioFile = z.object({
  /** File name, e.g. `process_order.card-declined.scenario.yaml`. */
  file: z.string(),
  title: z.string(),
  description: z.string(),
  text,
});

export const exampleTemplate = z.object({
  file: z.string(),
  title: z.string(),
  description: z.string(),
  scenarios: z.array(z.object({ file: z.string(), title: z.string(), description: z.string() })),
});

export const example = z.object({
  /** Folder name, e.g. `01-ecommerce-checkout`. */
  name: z.string(),
  templates: z.array(exampleTemplate),
});

export const openedExample = z.object({ file: z.string(), text, scenarios: z.array(scenarioFile) });

export type TemplateView = z.infer<typeof templateView>;
export type TemplateSummary = z.infer<typeof templateSummary>;
export type StepNode = z.infer<typeof stepNode>;
export type StepEdge = z.infer<typeof stepEdge>;
export type TextChange = z.infer<typeof textChange>;
export type TextRange = z.infer<typeof range>;
export type OpenedTemplate = z.infer<typeof openedTemplate>;
export type ScenarioFile = z.infer<typeof scenarioFile>;
export type Example = z.infer<typeof example>;
export type OpenedExample = z.infer<typeof openedExample>;
