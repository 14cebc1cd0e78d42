export const sequence = {};
