/** Stands in a printed line for the URL that the page connected to: that holds a ticket. */
export const PRINTED_URL = '{url}';
