/** What is remembered of how a person likes the window; kept by the browser's local storage. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Speed } from '../../src-engine/api/contract/run-schemas.ts';
import type { Theme } from '../platform/platform.ts';

export type CentreView = 'canvas' | 'split' | 'text';
export type BottomTab = 'events' | 'timeline' | 'state' | 'scenarios' | 'branches' | 'problems';
export type DetailsTab = 'step' | 'faults' | 'readiness' | 'data';

export interface Preferences {
  readonly theme: Theme;
  readonly centre: CentreView;
  readonly bottomTab: BottomTab;
  readonly detailsTab: DetailsTab;
  readonly showsExplorer: boolean;
  readonly showsDetails: boolean;
  readonly showsPanel: boolean;
  /** Null: shown up to a number of steps at which it would cost too much. */
  readonly showsMinimap: boolean | null;
  /** Where children lie on the canvas, seen from their parent. */
  readonly direction: 'down' | 'right';
  readonly speed: Speed;
  /** Whether scenarios are tested whenever they or the template change. */
  readonly testsOnChange: boolean;
  /** Sizes of the panes in percent, by group of panes. */
  readonly panes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const DEFAULTS: Preferences = {
  theme: 'system',
  centre: 'split',
  bottomTab: 'events',
  detailsTab: 'step',
  showsExplorer: true,
  showsDetails: true,
  showsPanel: true,
  showsMinimap: null,
  direction: 'down',
  speed: 10,
  testsOnChange: false,
  panes: {},
};

export const usePreferences = create<Preferences>()(
  persist(() => DEFAULTS, { name: 'tasker-workbench:preferences', version: 1 }),
);

export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
}
