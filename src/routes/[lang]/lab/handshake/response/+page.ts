export const load = () => ({ isInstrument: true });
