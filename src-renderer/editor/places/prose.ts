/** Whether what is typed next is for people to read: no key and no value of a list can stand there. Pure. */

/** A number sign within quotes after a space counts, too: there it only means that nothing is offered. */
const COMMENT = /(?:^|\s)#/;

/** A plain or quoted value of several words; brackets, block scalars and the like begin something else. */
const WORDS = /^\s*(?:- +)*[^\s:#{[]+:\s+[^\s{[#|>&*!]\S*\s/;

/** @param before The line up to the cursor. */
export const isInProse = (before: string): boolean => COMMENT.test(before) || WORDS.test(before);
