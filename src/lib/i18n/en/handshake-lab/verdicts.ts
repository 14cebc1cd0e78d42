/** Words of the two verdicts on a handshake, and of why they differ. */
export const verdicts = {};
