/**
 * Cases under permessage-deflate that either side can write; the data is of RFC 7692 §7.2.3 where
 * it has an example.
 */
import type { CaseRecipe } from './cases.ts';
import { hex, type FrameWriter } from './frame-writer.ts';
import type { CasePiece } from './cases.ts';

/** `Hello` in one block with fixed codes (RFC 7692 §7.2.3.1). */
const HELLO = 'f2 48 cd c9 c9 07 00';

const deflate = (id: string, pieces: (write: FrameWriter) => readonly CasePiece[]): CaseRecipe => ({
	id,
	group: 'deflate',
	pieces
});

export const DEFLATE_RECIPES: readonly CaseRecipe[] = [
	deflate('deflate', (w) => [w.frame(0xc1, hex(HELLO))]),
	deflate('deflate-fragments', (w) => [
		w.frame(0x41, hex('f2 48 cd')),
		w.frame(0x80, hex('c9 c9 07 00'))
	]),
	deflate('deflate-context', (w) => [
		w.frame(0xc1, hex(HELLO)),
		w.frame(0xc1, hex('f2 00 11 00 00'))
	]),
	deflate('deflate-stored', (w) => [w.frame(0xc1, hex('00 05 00 fa ff 48 65 6c 6c 6f 00'))]),
	deflate('deflate-final-block', (w) => [w.frame(0xc1, hex('f3 48 cd c9 c9 07 00 00'))]),
	deflate('deflate-two-blocks', (w) => [
		w.frame(0xc1, hex('f2 48 05 00 00 00 ff ff ca c9 c9 07 00'))
	]),
	deflate('deflate-not-used', (w) => [w.frame(0x81, 'Hello')]),
	deflate('deflate-broken', (w) => [w.frame(0xc1, 'Hello')]),
	deflate('deflate-reserved-block', (w) => [w.frame(0xc1, hex('07 00'))]),
	deflate('deflate-far-match', (w) => [w.frame(0xc1, hex('f2 00 11 00 00'))]),
	deflate('deflate-cut-short', (w) => [w.frame(0xc1, hex('f2 48'))]),
	deflate('deflate-bad-utf8', (w) => [w.frame(0xc1, hex('00 02 00 fd ff ff fe 00'))]),
	deflate('deflate-rsv1-continuation', (w) => [
		w.frame(0x41, hex('f2 48 cd')),
		w.frame(0xc0, hex('c9 c9 07 00'))
	]),
	deflate('deflate-rsv1-late', (w) => [w.frame(0x01, 'Hel'), w.frame(0xc0, 'lo')]),
	deflate('deflate-rsv1-ping', (w) => [w.frame(0xc9, hex(HELLO))]),
	deflate('deflate-rsv2', (w) => [w.frame(0xa1, 'Hello')])
];
