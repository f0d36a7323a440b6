/** Short messages that come up and go again. What must not be missed is a dialog or stays in its view. */
import { create } from 'zustand';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'success' | 'error';
  readonly title: string;
  /** How to mend it, or what to do next. */
  readonly detail?: string;
  readonly action?: { readonly title: string; readonly run: () => void };
}

interface Notices {
  readonly notices: readonly Notice[];
}

const MOST = 4;
let next = 1;

export const useNotices = create<Notices>(() => ({ notices: [] }));

export function notify(notice: Omit<Notice, 'id'>): void {
  const added = { ...notice, id: next++ };
  useNotices.setState(({ notices }) => ({ notices: [...notices, added].slice(-MOST) }));
}

export function dismiss(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
