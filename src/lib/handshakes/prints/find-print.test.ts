import { describe, expect, it } from 'vitest';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import { checkRequest } from '#lib/protocol/handshake/opening-handshake.ts';
import { parseHttpHead } from '#lib/protocol/http/http-head.ts';
import { head, switching, upgradeRequest } from '../../../../tests/support/wire-script.ts';
import {
	fingerprintOf,
	PRINT_CONTEXT,
	printsToJson,
	readPrints,
	type BrowserPrints
} from './browser-print.ts';
import { findPrint, type CapturedAnswer } from './find-print.ts';
import { PRINTED_RESPONSES } from './print-probes.ts';

const CONTEXT = { ...PRINT_CONTEXT, host: 'example:3000', origin: 'http://example:3000' };

const PRINTS: BrowserPrints = {
	recordedAt: '2026-11-20T12:00:00.000Z',
	browser: { family: 'chromium', version: '1.2', userAgent: 'test' },
	rows: PRINTED_RESPONSES.map(({ id, build }) => ({
		id,
		fingerprint: fingerprintOf(build(PRINT_CONTEXT)),
		outcome: id.startsWith('due') ? 'opened' : 'failed',
		told: [],
		console: [{ level: 'error', text: id }],
		panel: null
	}))
};

/** One ends with a FIN besides, the other differs in its pace alone. */
const NOT_BY_BYTES = ['answer-fin-in-head', 'answer-byte-by-byte'];

function asked(bytes: Uint8Array, outcome: CapturedAnswer['outcome'], ...offered: string[]) {
	const lines = offered.length > 0 ? [`Sec-WebSocket-Protocol: ${offered.join(', ')}`] : [];
	// The key of the RFC's example would make right what a preset means to be wrong.
	const text = latin1(upgradeRequest(...lines)).replace('dGhl', 'AAAA');
	const request = parseHttpHead(latin1Bytes(text), { kind: 'request' });
	if (request.kind !== 'head') throw new Error('no whole request');
	const due = checkRequest(request.head).expectedAccept ?? '';
	const written = latin1Bytes(latin1(bytes).replaceAll('{accept}', due)).slice();
	return { request: request.head, bytes: written, hasFin: false, outcome };
}

describe('the print of a captured response', () => {
	it.each(PRINTED_RESPONSES.map(({ id }) => id).filter((id) => !NOT_BY_BYTES.includes(id)))(
		'is found by the bytes of %s',
		(id) => {
			const response = PRINTED_RESPONSES.find((each) => each.id === id);
			const draft = response?.build(CONTEXT);
			if (!draft) throw new Error('no such response');
			const outcome = id.startsWith('due') ? 'opened' : 'failed';
			const found = findPrint(PRINTS, asked(draft.bytes, outcome, ...draft.protocols), CONTEXT);
			expect(found).toMatchObject({ print: { id }, match: 'bytes' });
		}
	);

	it('is else that of a response with the same status and faults', () => {
		const answer = asked(head('HTTP/1.1 403 Forbidden', 'X: 1', 'Content-Length: 0'), 'failed');
		const found = findPrint(PRINTS, answer, CONTEXT);
		expect(found).toMatchObject({ print: { id: 'status-403' }, match: 'kind' });
	});

	it('is none where nothing on record is like it', () => {
		const answer = asked(head('HTTP/1.1 418 Odd', 'Content-Length: 0'), 'failed');
		expect(findPrint(PRINTS, answer, CONTEXT)).toBeNull();
	});

	it('is none where the page was told something else', () => {
		const good = asked(switching(), 'unanswered');
		expect(findPrint(PRINTS, good, CONTEXT)).toBeNull();
	});

	it('is none where the preset has changed since', () => {
		const rows = PRINTS.rows.map((row) => ({ ...row, fingerprint: 'other' }));
		expect(findPrint({ ...PRINTS, rows }, asked(switching(), 'opened'), CONTEXT)).toBeNull();
	});
});

describe('a record of prints', () => {
	it('is read back as it was written', () => {
		expect(readPrints(JSON.parse(JSON.stringify(printsToJson(PRINTS))))).toMatchObject(PRINTS);
	});

	it.each([
		null,
		{},
		{ ...printsToJson(PRINTS), version: 2 },
		{ ...printsToJson(PRINTS), rows: [1] }
	])('is nothing where it does not validate: %#', (json) => {
		expect(readPrints(json)).toBeNull();
	});
});
