import { describe, expect, it } from 'vitest';
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import { DraftState, emptyDraft } from './draft-state.svelte.ts';

function draft(text: string): HandshakeDraft {
	return { ...emptyDraft('client'), bytes: new TextEncoder().encode(text) };
}

const a = draft('GET / HTTP/1.1\r\n\r\n');
const b = draft('GET /a HTTP/1.1\r\n\r\n');
const c = draft('GET /b HTTP/1.1\r\n\r\n');

describe('the draft', () => {
	it('is read as it changes', () => {
		const state = new DraftState(a);
		state.change(b);
		expect(state.reading.head.startLine).toMatchObject({ target: { text: '/a' } });
	});

	it('is taken back and brought back', () => {
		const state = new DraftState(a);
		state.change(b);
		state.undo();
		expect(state.draft).toBe(a);
		state.redo();
		expect(state.draft).toBe(b);
	});

	it('has one step for changes with one key', () => {
		const state = new DraftState(a);
		state.change(b, 'target');
		state.change(c, 'target');
		state.undo();
		expect(state.draft).toBe(a);
	});

	it.each([
		['after a pause of the editing', (state: DraftState) => state.seal()],
		['after another draft was loaded', (state: DraftState) => state.load(b)]
	])('has a new step %s', (_name, between) => {
		const state = new DraftState(a);
		state.change(b, 'target');
		between(state);
		state.change(c, 'target');
		state.undo();
		expect(state.draft).toBe(b);
	});

	it('does not change where the same is given', () => {
		const state = new DraftState(a);
		state.change(a);
		expect(state.canUndo).toBe(false);
	});
});

describe('what it begins with', () => {
	it('takes the place of nothing, and is no step', () => {
		const state = new DraftState(emptyDraft('client'));
		state.begin(a);
		expect([state.draft, state.canUndo]).toEqual([a, false]);
	});

	it('does not take the place of what was written', () => {
		const state = new DraftState(emptyDraft('client'));
		state.change(b);
		state.begin(a);
		expect(state.draft).toBe(b);
	});

	it('does not come back where all was removed', () => {
		const state = new DraftState(a);
		state.change(emptyDraft('client'));
		state.begin(b);
		expect(state.draft.bytes).toHaveLength(0);
	});
});
