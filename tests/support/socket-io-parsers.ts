/** The parsers of socket.io-client itself, to compare ours with: they are its dependencies, not ours. */
import { createRequire } from 'node:module';

interface LibraryPacket {
	readonly type: number;
	readonly nsp: string;
	readonly id?: number;
	readonly data?: unknown;
	readonly attachments?: number;
}

interface EnginePacket {
	readonly type: string;
	readonly data?: string | Uint8Array;
}

interface SocketParser {
	readonly Decoder: new (options: { readonly maxAttachments: number }) => {
		decodeString(text: string): LibraryPacket;
	};
	readonly PacketType: Readonly<Record<number, string>>;
}

interface EngineParser {
	decodePacket(text: string): EnginePacket;
	decodePayload(text: string): EnginePacket[];
	encodePayload(packets: readonly EnginePacket[], callback: (text: string) => void): void;
}

const clientRequire = createRequire(createRequire(import.meta.url).resolve('socket.io-client'));
const { Decoder, PacketType } = clientRequire('socket.io-parser') as SocketParser;
const engineRequire = createRequire(clientRequire.resolve('engine.io-client'));

export const engineParser = engineRequire('engine.io-parser') as EngineParser;

/** How many attachments it takes is a setting of the library's, and nothing of the packet's form. */
const UNBOUNDED = { maxAttachments: Infinity };

/** A packet as socket.io-parser reads it; null where it refuses it. */
export function referenceSocketPacket(text: string) {
	// Of a message without data the library is handed `undefined`, and refuses that.
	if (text === '') return null;
	try {
		const { type, nsp, id, data, attachments } = new Decoder(UNBOUNDED).decodeString(text);
		return {
			type: PacketType[type],
			namespace: nsp,
			ackId: id ?? null,
			attachments: attachments ?? null,
			data: data ?? null
		};
	} catch {
		return null;
	}
}
