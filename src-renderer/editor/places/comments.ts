/** Whether what is typed next belongs to a comment. Pure. */

/**
 * @param before The line up to the cursor. A number sign within quotes after a space counts as a comment, too: there it
 * only means that nothing is offered.
 */
export const isInComment = (before: string): boolean => /(?:^|\s)#/.test(before);
