/**
 * Secrets in captures: values of headers that give access, hidden on screen and in exports.
 *
 * What is recorded never changes: a mask is a list of spans, or a copy. Heads are searched line by
 * line as bytes, not as parsed, so that a head cut off or malformed leaks nothing either.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { Conversations } from './conversations.ts';
import { Recording } from './recording.ts';

const SECRET_HEADERS: readonly string[] = [
	'cookie',
	'set-cookie',
	'authorization',
	'proxy-authorization'
];

/** A run of bytes, end excluded. */
export interface ByteSpan {
	readonly start: number;
	readonly end: number;
}

/** `*`: one for each byte, so that every length and position stays as it was. */
const MASK = 0x2a;

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const COLON = 0x3a;
/** Of a line, so much is compared with the names: a line may be mebibytes long. */
const LONGEST_NAME = 256;

/**
 * Spans of the secret values in the bytes of an HTTP head, whole or cut off; folded lines are part
 * of a value (RFC 9112 §5.2).
 * @param names header names in lower case
 */
export function secretSpans(
	bytes: Uint8Array,
	names: readonly string[] = SECRET_HEADERS
): readonly ByteSpan[] {
	const spans: ByteSpan[] = [];
	let secret: ByteSpan | null = null;
	for (let start = 0; start < bytes.length;) {
		const lf = bytes.indexOf(LF, start);
		const next = lf === -1 ? bytes.length : lf + 1;
		const end = lf > start && bytes[lf - 1] === CR ? lf - 1 : lf === -1 ? next : lf;
		if (secret && isBlank(bytes[start])) secret = { start: secret.start, end };
		else {
			if (secret && secret.end > secret.start) spans.push(secret);
			secret = secretOfLine(bytes, start, end, names);
		}
		start = next;
	}
	if (secret && secret.end > secret.start) spans.push(secret);
	return spans;
}

function isBlank(byte: number | undefined): boolean {
	return byte === SPACE || byte === TAB;
}

/** The value of a line whose name is one of them; null of any other line. */
function secretOfLine(
	bytes: Uint8Array,
	start: number,
	end: number,
	names: readonly string[]
): ByteSpan | null {
	let at = start;
	while (at < end && isBlank(bytes[at])) at += 1;
	const text = latin1(bytes, at, Math.min(end, at + LONGEST_NAME)).toLowerCase();
	const name = names.find((candidate) => text.startsWith(candidate));
	if (name === undefined) return null;
	at += name.length;
	while (at < end && isBlank(bytes[at])) at += 1;
	if (bytes[at] !== COLON) return null;
	at += 1;
	while (at < end && isBlank(bytes[at])) at += 1;
	return { start: at, end };
}

/** A copy of the bytes with `*` in each span; the bytes themselves where there is none. */
export function maskBytes(bytes: Uint8Array, spans: readonly ByteSpan[]): Uint8Array {
	if (spans.length === 0) return bytes;
	const masked = bytes.slice();
	for (const { start, end } of spans) masked.fill(MASK, start, end);
	return masked;
}

/**
 * A copy of a recording with `*` in place of each secret byte of its HTTP heads, for exports.
 * Chunks without secrets are shared with the original, which stays as it is.
 */
export function maskRecording(
	recording: Pick<Recording, 'events' | 'startedAt'>,
	names: readonly string[] = SECRET_HEADERS
): Recording {
	const streams = readHttpStreams(recording);
	for (const stream of streams.values()) stream.search(names);
	const masked = new Recording(recording.startedAt);
	for (const event of recording.events) {
		const stream = event.kind === 'data' ? streams.get(streamKey(event)) : null;
		const bytes = event.kind === 'data' ? stream?.maskNext(event.bytes) : null;
		masked.append(event.kind === 'data' && bytes ? { ...event, bytes } : event);
	}
	return masked;
}

function streamKey({ connection, direction }: { connection: number; direction: Direction }) {
	return `${connection} ${direction}`;
}

/** What each direction of each connection sent before its first frame. */
function readHttpStreams(recording: Pick<Recording, 'events'>): Map<string, HttpStream> {
	const conversations = Conversations.of(recording);
	const streams = new Map<string, HttpStream>();
	for (const event of recording.events) {
		if (event.kind !== 'data') continue;
		const key = streamKey(event);
		let stream = streams.get(key);
		if (!stream) {
			const conversation = conversations.get(event.connection);
			stream = new HttpStream(conversation?.frameOffset(event.direction) ?? Infinity);
			streams.set(key, stream);
		}
		stream.add(event.bytes);
	}
	return streams;
}

/** The bytes of one direction up to its first frame, joined, searched, and masked chunk by chunk. */
class HttpStream {
	readonly #end: number;
	readonly #chunks: Uint8Array[] = [];
	#length = 0;
	#spans: readonly ByteSpan[] = [];
	#position = 0;
	#nextSpan = 0;

	constructor(end: number) {
		this.#end = end;
	}

	add(bytes: Uint8Array): void {
		const taken = bytes.subarray(0, Math.max(this.#end - this.#length, 0));
		if (taken.length === 0) return;
		this.#chunks.push(taken);
		this.#length += taken.length;
	}

	search(names: readonly string[]): void {
		const joined = new Uint8Array(this.#length);
		let at = 0;
		for (const chunk of this.#chunks) {
			joined.set(chunk, at);
			at += chunk.length;
		}
		this.#spans = secretSpans(joined, names);
	}

	/** The next chunk of the direction, masked. */
	maskNext(bytes: Uint8Array): Uint8Array {
		const start = this.#position;
		this.#position += bytes.length;
		const inside: ByteSpan[] = [];
		for (let span; (span = this.#spans[this.#nextSpan]) && span.start < this.#position;) {
			inside.push({
				start: Math.max(span.start - start, 0),
				end: Math.min(span.end - start, bytes.length)
			});
			if (span.end > this.#position) break;
			this.#nextSpan += 1;
		}
		return maskBytes(bytes, inside);
	}
}
