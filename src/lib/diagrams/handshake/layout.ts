/**
 * The head of a request or a response as rows: one for each header, with what is known of it.
 */
import { secretSpans, type ByteSpan } from '#lib/capture/secrets.ts';
import { headerUse, type FindHeaderUse, type HeaderUse } from '#lib/protocol/handshake/headers.ts';
import type { HttpHead } from '#lib/protocol/http/http-head.ts';
import type { Violation } from '#lib/protocol/violation.ts';

export interface HeaderRow {
	readonly index: number;
	readonly name: string;
	readonly value: string;
	/** Null for a header that has no known place here. */
	readonly use: HeaderUse | null;
	readonly isSecret: boolean;
	/** How many headers of this name come before it. */
	readonly earlier: number;
	readonly hasViolation: boolean;
}

export interface HeadLayout {
	/** Fields of the start line, in order. */
	readonly startLine: readonly { readonly id: string; readonly text: string }[];
	readonly headers: readonly HeaderRow[];
	readonly secrets: readonly ByteSpan[];
}

export function layoutHead(
	head: HttpHead,
	violations: readonly Violation[],
	useOf: FindHeaderUse = headerUse
): HeadLayout {
	const secrets = secretSpans(head.bytes);
	const seen = new Map<string, number>();
	const headers = head.headers.map((header, index) => {
		const { name, value, lineStart, lineEnd, valueStart, valueEnd } = header;
		const lower = name.toLowerCase();
		const earlier = seen.get(lower) ?? 0;
		seen.set(lower, earlier + 1);
		return {
			index,
			name,
			value,
			use: useOf(name, head.kind),
			isSecret: secrets.some(({ start, end }) => start < valueEnd && end > valueStart),
			earlier,
			hasViolation: violations.some(
				({ bitOffset, bitLength }) =>
					bitOffset < lineEnd * 8 && bitOffset + Math.max(1, bitLength) > lineStart * 8
			)
		};
	});
	return { startLine: startLine(head), headers, secrets };
}

function startLine(head: HttpHead): HeadLayout['startLine'] {
	if (head.kind === 'request') {
		const { method, target, version } = head.startLine;
		return [
			{ id: 'method', text: method.text },
			{ id: 'target', text: target.text },
			{ id: 'version', text: version.text }
		];
	}
	const { version, status, reason } = head.startLine;
	return [
		{ id: 'version', text: version.text },
		{ id: 'status', text: status.text },
		{ id: 'reason', text: reason.text }
	].filter(({ text }) => text !== '');
}

/** A copy of the bytes with `*` in place of the spans. */
export function withoutSecrets(bytes: Uint8Array, spans: readonly ByteSpan[]): Uint8Array {
	const copy = new Uint8Array(bytes);
	for (const { start, end } of spans) copy.fill(0x2a, start, end);
	return copy;
}
