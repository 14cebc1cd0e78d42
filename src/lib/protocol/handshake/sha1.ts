/**
 * SHA-1, one compression round visible after the other.
 *
 * Here it proves that a server read the key; it is broken as a signature and used as none.
 *
 * @see https://csrc.nist.gov/pubs/fips/180-4/upd1/final (FIPS 180-4 §4.1.1, §5.1.1, §6.1.2)
 */

/** The five 32-bit working variables or chaining values. */
export interface Sha1State {
	readonly a: number;
	readonly b: number;
	readonly c: number;
	readonly d: number;
	readonly e: number;
}

/** §4.1.1: the function of rounds 0–19, 20–39, 40–59 and 60–79. */
type Sha1Function = 'Ch' | 'Parity' | 'Maj';

/** One of 80 rounds; a to e are the variables after it. */
export interface Sha1Round extends Sha1State {
	readonly t: number;
	readonly functionName: Sha1Function;
	/** The function of b, c and d as they stood before the round. */
	readonly f: number;
	/** Constant of the round (§4.2.1). */
	readonly k: number;
	/** Word `t` of the schedule. */
	readonly w: number;
}

export interface Sha1Block {
	/** The 64 bytes. */
	readonly bytes: Uint8Array;
	/** 80 words: the block's own 16, and 64 made from them. */
	readonly schedule: Uint32Array;
	readonly initial: Sha1State;
	readonly rounds: readonly Sha1Round[];
	/** `initial` plus the variables after round 79, word by word. */
	readonly result: Sha1State;
}

/** §5.1.1: the message, 0x80, zero bytes, and its length in bits as 64 bits. */
export interface Sha1Padding {
	/** A multiple of 64 bytes. */
	readonly padded: Uint8Array;
	/** Where the byte 0x80 stands, which is the length of the message in bytes. */
	readonly markerOffset: number;
	readonly zeroBytes: number;
	/** Where the eight bytes of the length stand. */
	readonly lengthOffset: number;
	readonly bitLength: number;
}

export interface Sha1Trace {
	readonly padding: Sha1Padding;
	readonly blocks: readonly Sha1Block[];
	/** 20 bytes. */
	readonly digest: Uint8Array;
}

/** §5.3.1 */
const INITIAL: Sha1State = {
	a: 0x67452301,
	b: 0xefcdab89,
	c: 0x98badcfe,
	d: 0x10325476,
	e: 0xc3d2e1f0
};
/** §4.2.1 */
const CONSTANTS = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;
const FUNCTIONS = ['Ch', 'Parity', 'Maj', 'Parity'] as const;

function rotateLeft(word: number, bits: number): number {
	return (word << bits) | (word >>> (32 - bits));
}

/** §4.1.1 */
function apply(name: Sha1Function, { b, c, d }: Sha1State): number {
	if (name === 'Ch') return (b & c) ^ (~b & d);
	if (name === 'Parity') return b ^ c ^ d;
	return (b & c) ^ (b & d) ^ (c & d);
}

function pad(message: Uint8Array): Sha1Padding {
	const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
	const lengthOffset = padded.length - 8;
	padded.set(message);
	padded[message.length] = 0x80;
	const bitLength = message.length * 8;
	const view = new DataView(padded.buffer);
	view.setUint32(lengthOffset, Math.floor(bitLength / 2 ** 32));
	view.setUint32(lengthOffset + 4, bitLength >>> 0);
	const markerOffset = message.length;
	const zeroBytes = lengthOffset - markerOffset - 1;
	return { padded, markerOffset, zeroBytes, lengthOffset, bitLength };
}

/** §6.1.2 step 1 */
function expand(block: Uint8Array): Uint32Array {
	const schedule = new Uint32Array(80);
	const view = new DataView(block.buffer, block.byteOffset, block.length);
	const word = (t: number) => schedule[t] ?? 0;
	for (let t = 0; t < 16; t++) schedule[t] = view.getUint32(t * 4);
	for (let t = 16; t < 80; t++) {
		schedule[t] = rotateLeft(word(t - 3) ^ word(t - 8) ^ word(t - 14) ^ word(t - 16), 1);
	}
	return schedule;
}

/** §6.1.2 step 3 */
function round(t: number, state: Sha1State, w: number): Sha1Round {
	const quarter = Math.floor(t / 20);
	const functionName = FUNCTIONS[quarter] ?? 'Parity';
	const k = CONSTANTS[quarter] ?? 0;
	const f = apply(functionName, state) >>> 0;
	const a = (rotateLeft(state.a, 5) + f + state.e + k + w) >>> 0;
	const c = rotateLeft(state.b, 30) >>> 0;
	return { t, functionName, f, k, w, a, b: state.a, c, d: state.c, e: state.d };
}

function compress(bytes: Uint8Array, initial: Sha1State): Sha1Block {
	const schedule = expand(bytes);
	const rounds: Sha1Round[] = [];
	let state = initial;
	for (const [t, w] of schedule.entries()) {
		const next = round(t, state, w);
		rounds.push(next);
		state = next;
	}
	const sum = (name: keyof Sha1State) => (initial[name] + state[name]) >>> 0;
	const result = { a: sum('a'), b: sum('b'), c: sum('c'), d: sum('d'), e: sum('e') };
	return { bytes, schedule, initial, rounds, result };
}

/** SHA-1 of a message with every intermediate value; about 10 KiB for each 64 bytes. */
export function traceSha1(message: Uint8Array): Sha1Trace {
	const padding = pad(message);
	const blocks: Sha1Block[] = [];
	let state = INITIAL;
	for (let at = 0; at < padding.padded.length; at += 64) {
		const block = compress(padding.padded.subarray(at, at + 64), state);
		blocks.push(block);
		state = block.result;
	}
	const digest = new Uint8Array(20);
	const view = new DataView(digest.buffer);
	const words = [state.a, state.b, state.c, state.d, state.e];
	for (const [i, word] of words.entries()) view.setUint32(i * 4, word);
	return { padding, blocks, digest };
}

/** The 20 bytes of a message's SHA-1. */
export function sha1(message: Uint8Array): Uint8Array {
	return traceSha1(message).digest;
}
