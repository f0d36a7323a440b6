/** What is said of a failure, without the passwords that stood in the command line. */

/** Up to the last `@`: a password that was not encoded may hold one itself. */
const USER_OF_URL = /(\b[a-z][a-z\d+.-]*:\/\/)\S*@/gi;
const PASSWORD_PARAMETER = /([?&](?:ssl)?password=)[^&\s]*/gi;
/** Shorter ones are parts of words. */
const SHORTEST_PASSWORD = 4;
const HIDDEN = '…';

/** @param password Hidden wherever it stands, too. */
export function withoutSecrets(text: string, password?: string): string {
  const hidden = text.replaceAll(USER_OF_URL, `$1${HIDDEN}@`).replaceAll(PASSWORD_PARAMETER, `$1${HIDDEN}`);
  if (password === undefined || password.length < SHORTEST_PASSWORD) return hidden;
  return hidden.replaceAll(password, HIDDEN);
}
