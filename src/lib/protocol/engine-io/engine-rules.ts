/**
 * What the Engine.IO and Socket.IO protocols object to in a packet, as data.
 *
 * Sections name the protocol documents: `Engine.IO 4` and `Socket.IO 5`, with a heading each.
 *
 * @see https://socket.io/docs/v4/engine-io-protocol/
 * @see https://socket.io/docs/v4/socket-io-protocol/
 */
import type { Rule, Violation } from '../violation.ts';

const ENGINE = 'Engine.IO 4 Packet encoding';
const SOCKET = 'Socket.IO 5 Packet encoding';

export const ENGINE_RULES = {
	/** No type character, or one that is none of 0 to 6 and `b`. */
	'engine-type-unknown': { section: ENGINE, closeCode: null },
	'engine-text-not-utf8': { section: ENGINE, closeCode: null },
	'engine-base64-invalid': { section: ENGINE, closeCode: null },
	/** The data of an `open` packet is no JSON object with a session id. */
	'engine-handshake-malformed': { section: 'Engine.IO 4 Handshake', closeCode: null },
	/** Ours: only so many packets of one body are read. */
	'engine-too-many-packets': { section: ENGINE, closeCode: null },
	'socket-type-unknown': { section: SOCKET, closeCode: null },
	'socket-attachments-malformed': { section: SOCKET, closeCode: null },
	'socket-json-invalid': { section: SOCKET, closeCode: null },
	/** JSON, but not of the shape that the type asks for. */
	'socket-payload-unexpected': { section: SOCKET, closeCode: null }
} as const satisfies Record<string, Rule>;

export type EngineRuleCode = keyof typeof ENGINE_RULES;
export type EngineViolation = Violation<EngineRuleCode>;

/** At bytes `start` to `end` (exclusive) of the body or message; bits count from its first bit. */
export function engineViolation(code: EngineRuleCode, start: number, end: number): EngineViolation {
	const { section, closeCode } = ENGINE_RULES[code];
	return { code, section, closeCode, bitOffset: start * 8, bitLength: (end - start) * 8 };
}
