/** Options of parsing as a caller gives them: an environment may be absent, but never undefined. */
export function parseOptions(environment: string | undefined): { readonly environment?: string } {
  return environment === undefined ? {} : { environment };
}
