/** Calls at once, and again after a pause if it was asked for meanwhile. */
export interface Throttled {
  (): void;
  readonly cancel: () => void;
}

/** @param pause Milliseconds. */
export function throttled(call: () => void, pause: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsked = false;
  const rest = (): void => {
    timer = setTimeout(() => {
      timer = undefined;
      if (!isAsked) return;
      isAsked = false;
      rest();
      call();
    }, pause);
  };
  const ask = (): void => {
    if (timer !== undefined) {
      isAsked = true;
      return;
    }
    rest();
    call();
  };
  const cancel = (): void => {
    clearTimeout(timer);
    timer = undefined;
    isAsked = false;
  };
  return Object.assign(ask, { cancel });
}
