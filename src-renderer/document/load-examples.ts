/** Reads the list of examples when the engine is there. */
import { engine, onNewLine } from '../api/engine.ts';
import { failureOf } from '../api/failure.ts';
import { useExamples } from '../store/examples.ts';

export function startLoadingExamples(): void {
  const load = async (): Promise<void> => {
    if (useExamples.getState().examples !== null) return;
    try {
      useExamples.setState({ examples: await (await engine()).examples.list(), problem: null });
    } catch (error) {
      useExamples.setState({ problem: `The examples could not be read: ${failureOf(error).message}` });
    }
  };
  onNewLine(() => void load());
}
