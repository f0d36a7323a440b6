/** The time that the overview looks at; kept while other views are shown. */
import { create } from 'zustand';

export const HOURS = [
  { value: '1', title: 'Last hour' },
  { value: '6', title: 'Last 6 hours' },
  { value: '24', title: 'Last 24 hours' },
  { value: '168', title: 'Last 7 days' },
] as const;

export const useHours = create<{ readonly hours: number }>(() => ({ hours: 24 }));
