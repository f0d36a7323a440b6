/** Asks for one value as text: a result, a limit, a context. */
import { create } from 'zustand';

export interface ValuePrompt {
  readonly title: string;
  readonly text: string;
  readonly initial: string;
  /** Why the text cannot be taken; null when it can. */
  readonly check: (text: string) => string | null;
  readonly answer: (text: string | null) => void;
}

export const useValuePrompt = create<{ readonly prompt: ValuePrompt | null }>(() => ({ prompt: null }));

/** The text that was typed; null when the question was dismissed. */
export function askValue(prompt: Omit<ValuePrompt, 'answer'>): Promise<string | null> {
  return new Promise((resolve) => {
    const answer = (text: string | null): void => {
      useValuePrompt.setState({ prompt: null });
      resolve(text);
    };
    useValuePrompt.setState({ prompt: { ...prompt, answer } });
  });
}
