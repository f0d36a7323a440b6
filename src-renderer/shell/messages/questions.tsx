/** Shows the question that is to be answered now. */
import { useQuestions } from '../../store/questions.ts';
import { Question } from '../../ui/over/dialog.tsx';

export function Questions() {
  const question = useQuestions((state) => state.asked[0]);
  if (question === undefined) return null;
  const { title, text, choices, answer } = question;
  return <Question key={title} title={title} text={text} choices={choices} onAnswer={answer} />;
}
