/** A Mermaid flowchart: steps as boxes, dependencies as arrows. Nothing in a name can become part of its syntax. */
import { buildStepGraph } from '../../graph/step-graph.ts';
import type { StepTemplate, Template } from '../../template/template.ts';
import type { Exported } from '../export-types.ts';
import type { Subject } from '../subject.ts';
import { attemptsWords } from './step-facts.ts';

export const MERMAID_TYPE = 'text/vnd.mermaid';

export function exportMermaid({ template, base, options }: Subject): Exported {
  const direction = options.direction === 'right' ? 'LR' : 'TD';
  const { parents } = buildStepGraph(template.steps);
  const boxes = template.steps.map((step, index) => `  ${id(index)}["${label(step)}"]`);
  const arrows = parents.flatMap((list, index) => list.map((parent) => `  ${id(parent)} --> ${id(index)}`));
  const lines = ['---', `title: ${title(template)}`, '---', `flowchart ${direction}`, ...boxes, ...arrows];
  return {
    kind: 'exported',
    files: [{ name: `${base}.mmd`, mediaType: MERMAID_TYPE, text: `${lines.join('\n')}\n` }],
    notes: [],
  };
}

/** Made from the position: a step may be called `end`, which Mermaid does not survive. */
function id(index: number): string {
  return `s${index + 1}`;
}

function label(step: StepTemplate): string {
  return [step.name, step.handlerClass, attemptsWords(step)].map(escaped).join('<br/>');
}

/** Signs with a meaning in Mermaid or HTML are written by their numbers, which both understand. */
function escaped(text: string): string {
  return oneLine(text).replaceAll(/[^\p{L}\p{M}\p{N} _.,:/()+=?!'-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

/** The head is YAML; a text in JSON's quotation marks is one there too. */
function title({ namespaceName, name, version }: Template): string {
  return JSON.stringify(oneLine(`${namespaceName} / ${name} ${version}`));
}

function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\u2028\u2029]+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '\u{FFFD}')
    .trim();
}
