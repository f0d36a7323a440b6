/** Gives the focus back to where it was when this came up, unless it has gone somewhere else meanwhile. */
import { useEffect, useState } from 'react';

export function useReturnedFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After whoever takes itself away has let go of it.
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
      }, 0);
    },
    [before],
  );
}
