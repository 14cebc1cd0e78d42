/** Where the rows of the sequence diagram stand. */
export type Scale = 'compact' | 'time';
