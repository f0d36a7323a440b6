/** What tests need to know of cli-words.mjs. */
export const CLI_WORDS: readonly string[];
