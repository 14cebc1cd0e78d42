/** The forms of the draft that are on the screen. */
export type EditorView = 'table' | 'text' | 'both';
