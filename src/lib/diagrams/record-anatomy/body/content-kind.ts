/** What the content of a body is, and how it was packed for the way, as its heads say. */
import type { MessageHeads } from '#lib/capture/message-of.ts';
import { bodyFraming } from '#lib/protocol/http/http-body.ts';
import { firstHeader, headerValues } from '#lib/protocol/http/http-head.ts';
import { isEngineIo } from './is-engine-io.ts';

export type ContentKind = 'event-stream' | 'engine-io' | 'json' | 'other';

export function contentKind({ head, request }: MessageHeads): ContentKind {
	if (!head) return 'other';
	const type = (firstHeader(head, 'content-type')?.value ?? '').split(';')[0]?.trim().toLowerCase();
	if (type === 'text/event-stream') return 'event-stream';
	if (type === 'application/json') return 'json';
	if (!isEngineIo(request) || !request) return 'other';
	// A POST brings packets, and is answered with `ok`; a GET is answered with packets.
	const isAnswer = head.kind === 'response';
	const bringsPackets = isAnswer
		? request.method === 'GET' && head.status === 200
		: request.method === 'POST';
	return bringsPackets ? 'engine-io' : 'other';
}

export function isChunked({ head, request }: MessageHeads): boolean {
	return head !== null && bodyFraming(head, request?.method ?? null).kind === 'chunked';
}

/** Content codings that can be undone here. */
export type ContentCoding = 'gzip' | 'deflate';

/** Null: none, or one that cannot be undone. */
export function contentCoding({ head }: MessageHeads): ContentCoding | null {
	const coding = head ? headerValues(head, 'content-encoding').join(',').trim().toLowerCase() : '';
	if (coding === 'gzip' || coding === 'x-gzip') return 'gzip';
	return coding === 'deflate' ? 'deflate' : null;
}
