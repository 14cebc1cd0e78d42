/**
 * The ways that are tried here, and what a try of each writes. A proxy that cuts what is idle is
 * tried twice: with pings and without.
 */
import { encodeRequest } from '#lib/protocol/handshake/encode-request.ts';
import { compileDraft } from '#lib/handshakes/draft/compile-draft.ts';
import type { HandshakeDraft } from '#lib/handshakes/draft/handshake-draft.ts';
import type { RunScript } from '#lib/runs/run-script.ts';
import { PROXY_MODES, type ProxyMode } from '#lib/runs/way.ts';
import {
	framesScript,
	inOneRun,
	openingScript,
	tunnelScript,
	untilAnswered,
	type WayPlan
} from '#lib/state/handshake-lab/ways/way-trial-plan.ts';

export interface TryId {
	readonly mode: ProxyMode;
	/** Pings during the quiet; only where idle connections are cut. */
	readonly hasHeartbeat: boolean;
}

export const TRIES: readonly TryId[] = PROXY_MODES.flatMap((mode): TryId[] => {
	const plain = { mode, hasHeartbeat: false };
	return mode === 'cuts-idle' ? [plain, { mode, hasHeartbeat: true }] : [plain];
});

export interface TryOptions extends TryId {
	/** Milliseconds of silence that the proxy allows. */
	readonly idle: number;
	/** Of the page: Host, Origin and what a tunnel is asked for. */
	readonly pageUrl: URL;
	/** Sec-WebSocket-Key. */
	readonly key: string;
	/** The student's request in place of the standard one; null: the standard one. */
	readonly draft: HandshakeDraft | null;
	readonly texts: readonly [first: string, again: string];
	readonly newMaskingKey: () => Uint8Array;
}

/** Milliseconds between two pings: twice in the time that the proxy allows. */
export const pingEvery = (idle: number): number => Math.floor(idle / 2);
/** Milliseconds of quiet: longer than the proxy allows. */
export const quietFor = (idle: number): number => Math.round(idle * 1.6);

/** @throws RangeError where the draft is over its limits */
export function planOf(options: TryOptions): WayPlan {
	const { mode, idle, draft } = options;
	const tunnel = mode === 'connect' ? tunnelScript(authorityOf(options.pageUrl)) : null;
	const opening = draft
		? untilAnswered(compileDraft(draft))
		: openingScript(standardRequest(options));
	const common = { way: { kind: 'proxy', mode, idle }, tunnel } as const;
	const frames = framesOf(options);
	// The proxy counts every silence: that of this page, too, while it reads the 101.
	const isAtOnce = mode === 'cuts-idle' && draft === null;
	if (isAtOnce) return { ...common, opening: inOneRun(opening, frames), frames: null };
	return { ...common, opening, frames };
}

function framesOf({ mode, hasHeartbeat, idle, texts, newMaskingKey }: TryOptions): RunScript {
	const [text, again] = texts;
	if (mode !== 'cuts-idle') return framesScript({ newMaskingKey, text });
	const ping = hasHeartbeat ? pingEvery(idle) : null;
	return framesScript({ newMaskingKey, text, quiet: quietFor(idle), pingEvery: ping, again });
}

/** Host and port, the port always named (RFC 9110 §9.3.6). */
export function authorityOf({ hostname, port, protocol }: URL): string {
	return `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

function standardRequest({ pageUrl, key }: TryOptions): Uint8Array {
	return encodeRequest({ target: '/ws/echo', host: pageUrl.host, origin: pageUrl.origin, key });
}
