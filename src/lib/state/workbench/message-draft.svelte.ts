/**
 * What the composer is about to send: one draft in several forms, and whether it can be sent.
 */
import { parseHex } from '#lib/protocol/hex.ts';
import { utf8Length } from '../session/browser-peer.ts';

export const DRAFT_KINDS = ['text', 'binary', 'json', 'burst', 'server'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

export interface DraftFile {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

export type DraftFault =
	| { readonly kind: 'hex'; readonly reason: 'not-hex' | 'half-byte'; readonly position: number }
	| { readonly kind: 'json'; readonly message: string };

export type DraftData =
	| { readonly ok: true; readonly data: string | Uint8Array<ArrayBuffer>; readonly size: number }
	| { readonly ok: false; readonly fault: DraftFault };

export class MessageDraft {
	kind = $state<DraftKind>('text');
	text = $state('Hello 你好');
	hex = $state('48 65 6c 6c 6f');
	file = $state.raw<DraftFile | null>(null);
	json = $state('{ "type": "chat", "text": "你好" }');
	/** Bytes of each message of a burst. */
	burstSize = $state(16);

	/** The message in the form `WebSocket.send` takes; its size is in bytes of payload. */
	readonly data: DraftData = $derived.by(() => {
		if (this.kind === 'binary') return this.#binary();
		if (this.kind === 'json') return this.#json();
		if (this.kind === 'burst') return this.#burst();
		return ofText(this.text);
	});

	#binary(): DraftData {
		if (this.file) return ofBytes(this.file.bytes);
		const parsed = parseHex(this.hex);
		if (parsed.ok) return ofBytes(parsed.bytes);
		const { reason, position } = parsed;
		return { ok: false, fault: { kind: 'hex', reason, position } };
	}

	#json(): DraftData {
		try {
			return ofText(JSON.stringify(JSON.parse(this.json)));
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			return { ok: false, fault: { kind: 'json', message } };
		}
	}

	/** ASCII digits, repeated to the size asked for. */
	#burst(): DraftData {
		return ofText(
			'0123456789abcdef'.repeat(Math.ceil(this.burstSize / 16)).slice(0, this.burstSize)
		);
	}
}

/** Bytes of a client's frame around a payload of this size (RFC 6455 §5.2), masking key included. */
export function clientFrameSize(payload: number): number {
	const extended = payload < 126 ? 0 : payload < 0x10000 ? 2 : 8;
	return 2 + extended + 4 + payload;
}

function ofText(text: string): DraftData {
	return { ok: true, data: text, size: utf8Length(text) };
}

function ofBytes(bytes: Uint8Array<ArrayBuffer>): DraftData {
	return { ok: true, data: bytes, size: bytes.byteLength };
}
