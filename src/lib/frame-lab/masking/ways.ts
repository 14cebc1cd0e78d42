/** What is to be said of one way once its bytes have crossed the wire. */
import type { Text } from '#lib/i18n/text.ts';
import { seeRequests, type SeenRequest } from '#lib/protocol/frames/naive-intermediary.ts';
import type { PeerVerdict } from '#lib/runs/verdict/verdict.ts';
import type { RawTrial } from '#lib/state/frame-lab/raw-trial.svelte.ts';
import { clientStream, type ClientStream } from './client-stream.ts';

type Words = Text['frameLab']['masking']['trial'];

export interface WayReading {
	readonly stream: ClientStream;
	/** All that looks like a request, the opening one too. */
	readonly seen: readonly SeenRequest[];
	/** The first that is none: it lies behind the opening request. */
	readonly fake: SeenRequest | null;
	/** The key on the wire; null: the frame has none, or is not there yet. */
	readonly key: Uint8Array | null;
}

/** Reads what has been captured of the client; null before there is a connection. */
export function readWay(trial: RawTrial): WayReading | null {
	const { capture } = trial;
	if (!capture) return null;
	const frame = capture.records.find(
		(record) => record.kind === 'frame' && record.direction === 'client'
	);
	const stream = clientStream(capture.conversation);
	const seen = seeRequests(stream.bytes);
	return {
		stream,
		seen,
		fake: seen.find(({ start }) => start >= stream.headLength) ?? null,
		key: frame?.kind === 'frame' ? frame.frame.maskingKey : null
	};
}

/** What the server did, in a few words. */
export function serverWords(words: Words, { kind, closeCode, errorCode }: PeerVerdict): string {
	if (kind === 'waiting') return words.server.waiting;
	if (kind === 'silent') return words.server.silent;
	if (kind !== 'failed') return words.server.took;
	const code = closeCode ?? errorCode;
	return code === undefined ? words.server.refusedPlain : words.server.refused(String(code));
}
