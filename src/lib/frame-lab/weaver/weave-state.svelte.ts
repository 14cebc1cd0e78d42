/** What the weaver holds: the message, how it is woven, who sends it; and how a receiver reads it. */
import type { Direction } from '#lib/protocol/direction.ts';
import { encodeClosePayload } from '#lib/protocol/frames/close-payload.ts';
import { parseHex } from '#lib/protocol/hex.ts';
import { readRun } from '#lib/runs/read-run.ts';
import type { Run } from '#lib/runs/run.ts';
import {
	addControl,
	addCut,
	encodePiece,
	newWeave,
	setMessage,
	weaveRun,
	type ControlKind,
	type Weave
} from '#lib/runs/weave.ts';
import { untrack } from 'svelte';
import { fillKeys, NO_KEYS } from './piece-keys.ts';
import { readPieces, type PieceReading } from './piece-readings.ts';

/** Bytes of a message: each is drawn. */
export const MAX_MESSAGE = 256;

export class WeaveState {
	readonly #newKey: () => Uint8Array;
	#keys = $state.raw(NO_KEYS);
	#isTooLong = $state(false);
	kind = $state<Weave['kind']>('text');
	text = $state('');
	hex = $state('');
	role = $state<Direction>('client');
	weave: Weave = $state.raw(newWeave('text', new Uint8Array(0)));
	/** Piece behind which a control frame is put. */
	selected = $state(1);

	/** @param newKey four octets, others at each call */
	constructor(text: string, newKey: () => Uint8Array) {
		this.#newKey = newKey;
		this.setText(text);
	}

	readonly hexFault = $derived.by(() => {
		const parsed = parseHex(this.hex);
		return this.kind === 'text' || parsed.ok ? null : parsed;
	});

	/** The message was longer than the weaver draws. */
	get isTooLong(): boolean {
		return this.#isTooLong;
	}

	/** The frames that are sent; each item has the id of its piece. */
	readonly run: Run = $derived(weaveRun(this.weave, this.role, (id) => this.#keyOf(id)));

	readonly reading = $derived(readRun(this.run));

	/** Every piece in sending order, with what the receiver makes of it. */
	readonly pieces: readonly PieceReading[] = $derived(
		readPieces(this.weave, this.reading, (piece) =>
			encodePiece(this.weave, piece, this.role, (id) => this.#keyOf(id))
		)
	);

	setText(text: string): void {
		this.text = text;
		this.#setData('text', new TextEncoder().encode(text));
	}

	/** Bytes that are not hex leave the message as it was. */
	setHex(hex: string): void {
		this.hex = hex;
		const parsed = parseHex(hex);
		if (parsed.ok) this.#setData('binary', parsed.bytes);
	}

	/** The same bytes as the other kind of message. */
	setKind(kind: Weave['kind']): void {
		this.kind = kind;
		const { data } = this.weave;
		if (kind === 'text') this.setText(new TextDecoder().decode(data));
		else this.setHex(Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join(' '));
	}

	#setData(kind: Weave['kind'], data: Uint8Array): void {
		this.#isTooLong = data.length > MAX_MESSAGE;
		const end = kind === 'text' ? wholeCharacters(data, MAX_MESSAGE) : MAX_MESSAGE;
		this.change(setMessage(this.weave, kind, data.slice(0, end)));
	}

	change(weave: Weave): void {
		this.weave = weave;
		this.#keys = fillKeys(
			untrack(() => this.#keys),
			weave.pieces,
			this.#newKey
		);
		if (weave.pieces.some(({ id }) => id === this.selected)) return;
		this.selected = weave.pieces[0]?.id ?? 1;
	}

	cut(at: number): void {
		this.change(addCut(this.weave, at));
	}

	/** @param at place in the order; default: behind the selected piece */
	insert(kind: ControlKind, at?: number): void {
		const behind = this.weave.pieces.findIndex(({ id }) => id === this.selected) + 1;
		const before = this.weave.pieces.map(({ id }) => id);
		const payload = kind === 'close' ? encodeClosePayload(1000) : new TextEncoder().encode(kind);
		this.change(addControl(this.weave, kind, at ?? behind, payload));
		this.selected = this.weave.pieces.find(({ id }) => !before.includes(id))?.id ?? this.selected;
	}

	/** Other masking keys for all pieces (§5.3: a fresh one for each frame). */
	renewKeys(): void {
		this.#keys = fillKeys(NO_KEYS, this.weave.pieces, this.#newKey);
	}

	#keyOf(id: number): Uint8Array {
		return this.#keys.get(id) ?? new Uint8Array(4);
	}
}

/** The most bytes up to a limit that end with a whole character of UTF-8. */
function wholeCharacters(data: Uint8Array, limit: number): number {
	if (data.length <= limit) return data.length;
	let end = limit;
	while (end > 0 && ((data[end] ?? 0) & 0xc0) === 0x80) end--;
	return end;
}
