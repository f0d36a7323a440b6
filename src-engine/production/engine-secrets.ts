/** Passwords that were lent to the engine. A caller knows but their names. */
export interface EngineSecrets {
  /** Each name is good once, and for the place (`placeOf`) it was lent for alone; undefined when there is none, or none any more. */
  take(name: string, place: string): string | undefined;
}
