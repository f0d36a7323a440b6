/**
 * Why an edit cannot be made. Thrown where it is found, which may be deep in the text, and caught at the one door,
 * `editTemplate`: nobody outside sees an exception.
 */
export class Refusal extends Error {
  readonly hint: string;

  constructor(message: string, hint: string) {
    super(message);
    this.hint = hint;
  }
}

export function refuse(message: string, hint: string): never {
  throw new Refusal(message, hint);
}

/** For what is written in a way in which a change could go wrong. */
export function refuseUnusual(what: string): never {
  return refuse(`${what} is written in an unusual way.`, 'Change it in the text.');
}
