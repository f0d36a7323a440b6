/** The text of the open template. Monaco comes after the first paint; until then there are a few quiet lines. */
import { useEffect, useRef, useState } from 'react';
import { Button } from '../ui/controls/button.tsx';
import styles from './editor.module.css';
import { loadEditor } from './load-editor.ts';

type Loading =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown' }
  | { readonly kind: 'failed'; readonly reason: string };

const LOADING: Loading = { kind: 'loading' };

export function Editor() {
  const [loading, setLoading] = useState<Loading>(LOADING);
  const [attempt, setAttempt] = useState(1);

  const retry = (): void => {
    setLoading(LOADING);
    setAttempt(attempt + 1);
  };

  return (
    // The canvas would take the space bar away from the editor, were it not for `nokey`.
    <section id="text" data-scope="text" aria-label="Text" className={`nokey ${styles['text']}`}>
      <EditorPlace key={attempt} onLoading={setLoading} />
      {loading.kind === 'loading' && <Skeleton />}
      {loading.kind === 'failed' && (
        <div role="alert" className={styles['failed']}>
          <h2>The text editor could not be loaded</h2>
          <p>{loading.reason}</p>
          <Button onClick={retry}>Try again</Button>
        </div>
      )}
    </section>
  );
}

interface EditorPlaceProps {
  readonly onLoading: (loading: Loading) => void;
}

/** Where Monaco puts itself; made anew for each attempt. */
function EditorPlace({ onLoading }: EditorPlaceProps) {
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isGone = false;
    let unmount: (() => void) | undefined;
    const mount = async (): Promise<void> => {
      try {
        const { mountEditor } = await loadEditor();
        if (isGone || place.current === null) return;
        unmount = mountEditor(place.current);
        onLoading({ kind: 'shown' });
      } catch (error) {
        if (!isGone) onLoading({ kind: 'failed', reason: reasonOf(error) });
      }
    };
    void mount();
    return () => {
      isGone = true;
      unmount?.();
    };
  }, [onLoading]);

  return <div ref={place} className={styles['place']} />;
}

/** Widths of the lines, in percent: something like a template. */
const WIDTHS = [32, 44, 58, 26, 40, 52, 48, 41, 56] as const;

function Skeleton() {
  return (
    <output aria-label="The text editor is being loaded" className={styles['skeleton']}>
      {WIDTHS.map((width) => (
        <span key={width} className={styles['line']} style={{ width: `${width}%` }} />
      ))}
    </output>
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
