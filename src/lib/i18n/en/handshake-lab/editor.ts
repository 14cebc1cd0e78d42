/** Words of the editor of a hand-written request or response. */
export const editor = {};
