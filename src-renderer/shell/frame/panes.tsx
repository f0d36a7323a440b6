/**
 * Panes whose borders can be moved by mouse and keyboard; their sizes are remembered by the group's name. A pane that is
 * not shown stays mounted: the text keeps its undo stack, the canvas its place.
 */
import { Children, Fragment, isValidElement } from 'react';
import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { setPreferences, usePreferences } from '../../store/preferences.ts';
import styles from './panes.module.css';

export interface PanesProps {
  readonly name: string;
  readonly direction: 'horizontal' | 'vertical';
  /** `Pane`s. */
  readonly children: ReactNode;
}

export function Panes({ name, direction, children }: PanesProps) {
  const panes = Children.toArray(children).filter(isValidElement);
  const remembered = usePreferences.getState().panes[name];
  return (
    <Group
      className={styles['group']}
      orientation={direction}
      defaultLayout={remembered === undefined ? undefined : { ...remembered }}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction)
          setPreferences({ panes: { ...usePreferences.getState().panes, [name]: layout } });
      }}
    >
      {panes.map((pane, index) => (
        <Fragment key={pane.key}>
          {index > 0 && <Separator className={styles['separator']} />}
          {pane}
        </Fragment>
      ))}
    </Group>
  );
}

export interface PaneProps {
  readonly id: string;
  /** Makes it a landmark of that name. */
  readonly label?: string;
  /** Percent of the group, until the user moves a border. */
  readonly size: number;
  /** Pixels. */
  readonly minSize: number;
  /** Default: false. */
  readonly isHidden?: boolean;
  readonly children: ReactNode;
}

export function Pane({ id, label, size, minSize, isHidden = false, children }: PaneProps) {
  return (
    <Panel
      id={id}
      defaultSize={`${size}%`}
      minSize={minSize}
      className={styles['panel']}
      data-hidden={isHidden}
      {...(isHidden ? { inert: true } : {})}
    >
      {label === undefined ? (
        children
      ) : (
        <section aria-label={label} className={styles['pane']}>
          {children}
        </section>
      )}
    </Panel>
  );
}
