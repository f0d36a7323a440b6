/** Tells moves of the cursor that the workbench makes from those of the user: only the latter select a step. */
let depth = 0;

export function quietly<Result>(move: () => Result): Result {
  depth += 1;
  try {
    return move();
  } finally {
    depth -= 1;
  }
}

export const isQuiet = (): boolean => depth > 0;
