/** The examples that come with the workbench. */
import { BookOpen } from 'lucide-react';
import { openExample } from '../document/open-file.ts';
import { useConnection, waitingWords } from '../store/connection.ts';
import { useDocument } from '../store/document.ts';
import { ExampleTitle } from './example-title.tsx';
import { useExamples } from '../store/examples.ts';
import styles from './explorer.module.css';

export function ExampleList() {
  const { examples, problem } = useExamples();
  const source = useDocument((state) => state.source);
  const isOpen = useDocument((state) => state.isOpen);
  const name = useDocument((state) => state.name);
  const waiting = useConnection(waitingWords);
  if (problem !== null) return <p className={styles['hint']}>{problem}</p>;
  if (examples === null) return <p className={styles['hint']}>{waiting}</p>;
  return (
    <ul className={styles['plain']}>
      {examples.flatMap((example) =>
        example.templates.map(({ file, title }) => (
          <li key={`${example.name}/${file}`}>
            <button
              type="button"
              className={styles['item']}
              title={title}
              aria-current={
                isOpen && source.kind === 'example' && source.example === example.name && name === file
              }
              onClick={() => void openExample(example.name, file)}
            >
              <BookOpen size={14} aria-hidden />
              <ExampleTitle title={title} />
            </button>
          </li>
        )),
      )}
    </ul>
  );
}
