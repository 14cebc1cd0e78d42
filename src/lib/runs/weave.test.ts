import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHex } from '#lib/protocol/hex.ts';
import { joinBytes } from '#lib/protocol/join-bytes.ts';
import { readRun } from './read-run.ts';
import {
	addControl,
	addCut,
	moveCut,
	movePiece,
	newWeave,
	removeControl,
	removeCut,
	restoreOrder,
	setLost,
	setMessage,
	weaveItems,
	weaveRun,
	type Weave
} from './weave.ts';

const KEY = () => Uint8Array.of(1, 2, 3, 4);
const NOTHING = new Uint8Array(0);
const HELLO = newWeave('text', new TextEncoder().encode('你好'));
const WOVEN = addControl(addCut(HELLO, 4), 'ping', 1, NOTHING);

/** Order in a few characters: fragments by their part, control frames by their letters. */
function order({ pieces }: Weave): string {
	return pieces.map((piece) => (piece.kind === 'fragment' ? piece.part : piece.kind)).join(' ');
}

function verdict(weave: Weave) {
	return readRun(weaveRun(weave, 'client', KEY)).verdict;
}

describe('a weave', () => {
	it('is a message cut inside a character with a ping between', () => {
		const frames = weaveItems(WOVEN, 'server', KEY).map(({ bytes }) => formatHex(bytes));
		expect(frames).toEqual(['01 04 e4 bd a0 e5', '89 00', '80 02 a5 bd']);
		expect(verdict(WOVEN)).toEqual({ kind: 'legal' });
	});

	it('masks what a client sends with the piece’s own key', () => {
		const keyOf = (piece: number) => Uint8Array.of(piece, 0, 0, 0);
		const [, ping] = weaveItems(WOVEN, 'client', keyOf);
		expect(formatHex(ping?.bytes ?? NOTHING)).toBe('89 80 03 00 00 00');
	});

	it.each<[string, Weave, string]>([
		['a cut puts the new fragment behind its own', addCut(WOVEN, 2), '0 1 ping 2'],
		['a cut of the later one too', addCut(WOVEN, 5), '0 ping 1 2'],
		['joining takes the later place away', removeCut(WOVEN, 0), '0 ping'],
		['a control frame can be taken out', removeControl(WOVEN, 3), '0 1'],
		['a fragment cannot', removeControl(WOVEN, 1), '0 ping 1'],
		['a piece moves', movePiece(WOVEN, 2, 0), '1 0 ping'],
		[
			'the order comes back around the control frames',
			restoreOrder(movePiece(WOVEN, 2, 0)),
			'0 1 ping'
		],
		[
			'a shorter message loses cuts',
			setMessage(WOVEN, 'text', HELLO.data.subarray(0, 3)),
			'0 ping'
		],
		['a cut where one is changes nothing', addCut(WOVEN, 4), '0 ping 1'],
		['a cut outside changes nothing', addCut(WOVEN, 6), '0 ping 1']
	])('%s', (_, weave, expected) => {
		expect(order(weave)).toBe(expected);
	});

	it.each([
		[-5, 1],
		[3, 3],
		[99, 5]
	])('a cut moved to %d comes to stand at %d', (to, at) => {
		expect(moveCut(WOVEN, 0, to).cuts).toEqual([at]);
	});

	it('a cut stays between its neighbours', () => {
		expect(moveCut(addCut(WOVEN, 2), 1, 0).cuts).toEqual([2, 3]);
	});

	it.each<[string, Weave, object]>([
		['out of order', movePiece(WOVEN, 2, 0), { code: 'continuation-without-start', frame: 0 }],
		[
			'without its first',
			setLost(WOVEN, 1, true),
			{ code: 'continuation-without-start', frame: 1 }
		],
		['without its last', setLost(WOVEN, 2, true), { kind: 'unfinished', within: 'message' }],
		[
			'without one in the middle',
			setLost(addCut(addCut(HELLO, 1), 2), 2, true),
			{ code: 'invalid-utf8' }
		],
		['with a close between', addControl(WOVEN, 'close', 1, NOTHING), { kind: 'close', code: null }]
	])('a message %s is judged so', (_, weave, expected) => {
		expect(verdict(weave)).toMatchObject(expected);
	});

	it('gives each frame the id of its piece', () => {
		const { items } = weaveRun(setLost(WOVEN, 3, true), 'client', KEY);
		expect(items.map(({ id }) => id)).toEqual([1, 2]);
	});

	it('carries the whole message, whatever the cuts', () => {
		const message = fc.uint8Array({ minLength: 1, maxLength: 40 });
		const cuts = fc.array(fc.integer({ min: -2, max: 45 }), { maxLength: 10 });
		fc.assert(
			fc.property(message, cuts, fc.array(fc.nat(9)), (data, cuts, gone) => {
				const cut = cuts.reduce(addCut, newWeave('binary', data));
				const weave = gone.reduce(removeCut, cut);
				const reading = readRun(weaveRun(weave, 'server', KEY));
				const payloads = reading.frames.map(({ frame }) => frame.unmaskedPayload());
				expect(joinBytes(payloads)).toEqual(data);
				expect(reading.verdict).toEqual({ kind: 'legal' });
				expect(reading.frames).toHaveLength(weave.cuts.length + 1);
			})
		);
	});
});
