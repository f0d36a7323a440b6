/** Which tab of the template is shown: kept while steps are selected in between. */
import { create } from 'zustand';

export type TaskTab = 'overview' | 'template' | 'context';

export const useTaskTab = create<{ readonly tab: TaskTab }>(() => ({ tab: 'overview' }));
