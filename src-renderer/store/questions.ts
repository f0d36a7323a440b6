/** Questions that must be answered before anything goes on; asked one after another. */
import { create } from 'zustand';
import type { Choice } from '../ui/over/dialog.tsx';

export interface Asked {
  readonly title: string;
  readonly text: string;
  readonly choices: readonly Choice<string>[];
  readonly answer: (id: string | null) => void;
}

export const useQuestions = create<{ readonly asked: readonly Asked[] }>(() => ({ asked: [] }));

/** The chosen answer; null when the question was dismissed. */
export function ask<Id extends string>(
  title: string,
  text: string,
  choices: readonly Choice<Id>[],
): Promise<Id | null> {
  return new Promise((resolve) => {
    const answer = (id: string | null): void => {
      useQuestions.setState(({ asked }) => ({ asked: asked.slice(1) }));
      resolve(choices.find((choice) => choice.id === id)?.id ?? null);
    };
    useQuestions.setState(({ asked }) => ({ asked: [...asked, { title, text, choices, answer }] }));
  });
}
