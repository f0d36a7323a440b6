/** What stands in the centre before a template is open: the ways to begin. */
import { BookOpen, FilePlus2, FolderOpen } from 'lucide-react';
import { useEffect, useState } from 'react';
import { ExampleTitle } from '../explorer/example-title.tsx';
import { runCommand } from '../commands/registry.ts';
import { openById, openExample } from '../document/open-file.ts';
import { platform } from '../platform/current.ts';
import type { PlatformFile } from '../platform/platform.ts';
import { useConnection, waitingWords } from '../store/connection.ts';
import { useExamples } from '../store/examples.ts';
import { Button } from '../ui/controls/button.tsx';
import styles from './welcome.module.css';

export function Welcome() {
  return (
    <main className={styles['welcome']}>
      <div className={styles['inner']}>
        <h2 className={styles['title']}>See what production will do</h2>
        <p className={styles['lead']}>
          Open a Tasker template, break it on purpose, and watch every step, attempt and wait. The same SQL
          decides here and in production.
        </p>
        <div className={styles['actions']}>
          <Button look="primary" icon={FolderOpen} onClick={() => runCommand('file.open')}>
            Open a template…
          </Button>
          <Button icon={FilePlus2} onClick={() => runCommand('file.new')}>
            New template
          </Button>
        </div>
        <Recent />
        <ExampleCards />
      </div>
    </main>
  );
}

function Recent() {
  const [files, setFiles] = useState<readonly PlatformFile[]>([]);
  useEffect(() => {
    platform.recentFiles().then(setFiles, () => {});
  }, []);
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <h3 id="recent-title" className={styles['heading']}>
        Recent
      </h3>
      <ul className={styles['recent']}>
        {files.slice(0, 5).map(({ id, name, shownPath }) => (
          <li key={id}>
            <button type="button" onClick={() => void openById(id)}>
              <strong>{name}</strong> <span>{shownPath}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExampleCards() {
  const { examples, problem } = useExamples();
  const waiting = useConnection(waitingWords);
  return (
    <section aria-labelledby="examples-title">
      <h3 id="examples-title" className={styles['heading']}>
        Examples
      </h3>
      {problem !== null && <p className={styles['problem']}>{problem}</p>}
      {examples === null && problem === null && <p className={styles['waiting']}>{waiting}</p>}
      <ul className={styles['cards']}>
        {(examples ?? []).flatMap(({ name, templates }) =>
          templates.map(({ file, title, description, scenarios }) => (
            <li key={`${name}/${file}`}>
              <button type="button" className={styles['card']} onClick={() => void openExample(name, file)}>
                <span className={styles['cardTitle']}>
                  <BookOpen size={15} aria-hidden />
                  <ExampleTitle title={title} />
                </span>
                <span className={styles['cardText']}>{description || title}</span>
                <span className={styles['cardFoot']}>
                  {scenarios.length} {scenarios.length === 1 ? 'scenario' : 'scenarios'}
                </span>
              </button>
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
