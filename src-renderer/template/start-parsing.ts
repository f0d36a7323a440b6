/** Keeps `view` of the open document up to date with its text. Until the new view is there, the old one stays. */
import type { TemplateView } from '../../src-engine/api/contract/template-schemas.ts';
import type { DocumentState } from '../store/document.ts';
import { useDocument } from '../store/document.ts';
import { notify } from '../store/notices.ts';
import type { TemplateAnswer } from './parse-message.ts';
import type { BesideQuestion, ParseRequest, ParserParts } from './template-parser.ts';
import { TemplateParser } from './template-parser.ts';
import { rememberSource } from './view-source.ts';

/** After the last key, in milliseconds: within a word nothing moves. */
const PAUSE = 120;

interface Parsing {
  readonly stop: () => void;
  readonly flush: () => void;
  readonly askBeside: TemplateParser['askBeside'];
}

let parsing: Parsing | null = null;

/** Starts once, whoever asks; what it returns stops it. */
export function startParsing(parts: Partial<ParserParts> = {}): () => void {
  parsing ??= started({ startWorker, readHere, onView: show, onTrouble: tell, ...parts });
  return stopParsing;
}

/** Reads the text now instead of after a pause: it was not typed, and somebody waits to see what became of it. */
export function parseNow(): void {
  parsing?.flush();
}

/** Asks the worker something about a text besides its view; see `TemplateParser`. */
export function askWorker(question: BesideQuestion): Promise<TemplateAnswer> {
  return parsing?.askBeside(question) ?? Promise.reject(new Error('There is no worker.'));
}

function stopParsing(): void {
  parsing?.stop();
  parsing = null;
}

function started(parts: ParserParts): Parsing {
  const parser = new TemplateParser(parts);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const parse = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { isOpen, text, environment, lintConfig, load } = useDocument.getState();
    if (isOpen) parser.parse({ text, environment, lintConfig, load });
  };
  const unsubscribe = useDocument.subscribe((state, before) => {
    if (isOtherDocument(state, before)) parse();
    else if (state.text !== before.text) {
      clearTimeout(timer);
      timer = setTimeout(parse, PAUSE);
    }
  });
  parse();
  return {
    askBeside: (question) => parser.askBeside(question),
    flush: () => {
      if (timer !== undefined) parse();
    },
    stop: () => {
      unsubscribe();
      clearTimeout(timer);
      parser.stop();
    },
  };
}

function isOtherDocument(state: DocumentState, before: DocumentState): boolean {
  return (
    state.load !== before.load || state.environment !== before.environment || state.isOpen !== before.isOpen
  );
}

function startWorker(): Worker {
  return new Worker(new URL('./template.worker.ts', import.meta.url), { type: 'module', name: 'template' });
}

/** Loaded only where it is needed: the worker has its own copy. */
async function readHere({ text, environment, lintConfig }: ParseRequest): Promise<TemplateView> {
  const [{ templateView }, { configOf }] = await Promise.all([
    import('../../src-engine/api/views/template-view.ts'),
    import('./lint-config.ts'),
  ]);
  const { config } = configOf(lintConfig);
  return templateView(text, { config, ...(environment === null ? {} : { environment }) });
}

function show(view: TemplateView, { text, environment, load }: ParseRequest, configTrouble?: string): void {
  const state = useDocument.getState();
  // Another document was opened meanwhile: its own view is on the way.
  if (!state.isOpen || load !== state.load || environment !== state.environment) return;
  rememberSource(view, { text, load });
  useDocument.setState({ view });
  if (configTrouble !== undefined) tellOnce(configTrouble);
}

/** With every key the same would be said again. */
function tellOnce(detail: string): void {
  if (detail === toldTrouble) return;
  toldTrouble = detail;
  notify({ kind: 'error', title: 'The lint configuration cannot be used', detail });
}

let toldTrouble = '';

function tell(trouble: 'no-worker' | 'unreadable'): void {
  if (trouble === 'no-worker') {
    notify({
      kind: 'info',
      title: 'Templates are read in the window itself',
      detail: 'Their own thread did not start. Everything works; typing in large files may be slower.',
    });
  } else {
    notify({
      kind: 'error',
      title: 'This text could not be read',
      detail: 'What is shown is from before the last change. Undo it, or save the text and open it again.',
    });
  }
}
