import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RequestSplitter, requestLineOf } from './request-splitter.ts';

const REQUESTS = [
	'GET /a HTTP/1.1\r\nHost: x\r\n\r\n',
	'POST /b HTTP/1.1\r\nContent-Length: 11\r\n\r\nab\r\n\r\nGET /',
	'\r\nGET  /c  HTTP/1.1\r\nHost: x\r\n\r\n',
	'PUT /d HTTP/1.1\r\ntransfer-encoding: gzip, chunked\r\n\r\n3;x\r\n\r\n\r\r\nA\r\n0123456789\r\n0\r\n\r\n',
	'POST /e HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n000\r\nTrailer: y\r\n\r\n',
	'POST /f HTTP/1.1\r\nContent-Length: 0\r\n\r\n',
	'POST /l HTTP/1.1\r\nContent-Length: 00000000000000000003\r\n\r\nabc',
	'GET /g HTTP/1.0\r\n\r\n'
];

function split(chunks: readonly Buffer[]): string[] {
	const splitter = new RequestSplitter();
	const requests: string[] = [];
	let bytes = '';
	for (const chunk of chunks) {
		for (let from = 0; from < chunk.length;) {
			const end = splitter.cut(chunk, from);
			bytes += chunk.toString('latin1', from, end);
			from = end;
			if (splitter.kind !== 'end') continue;
			requests.push(bytes);
			bytes = '';
		}
	}
	return requests;
}

describe('a request splitter', () => {
	it('finds the requests of one chunk', () => {
		expect(split([Buffer.from(REQUESTS.join(''))])).toEqual(REQUESTS);
	});

	it('finds them byte by byte', () => {
		const bytes = [...Buffer.from(REQUESTS.join(''))].map((byte) => Buffer.of(byte));
		expect(split(bytes)).toEqual(REQUESTS);
	});

	it('finds them in any cuts', () => {
		const whole = Buffer.from(REQUESTS.join(''));
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(whole.length)), (cuts) => {
				const edges = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
				const chunks = edges.map((edge, index) => whole.subarray(edge, edges[index + 1] ?? edge));
				expect(split(chunks)).toEqual(REQUESTS);
			})
		);
	});

	it('takes any bytes', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ minLength: 1 })), (chunks) => {
				const splitter = new RequestSplitter();
				for (const bytes of chunks) {
					const chunk = Buffer.from(bytes);
					for (let from = 0; from < chunk.length;) {
						const end = splitter.cut(chunk, from);
						expect(end).toBeGreaterThan(from);
						from = end;
					}
				}
			})
		);
	});
});

describe('the line of a request', () => {
	it.each([
		['GET /a HTTP/1.1\r\nHost: x\r\n\r\n', 'GET /a HTTP/1.1'],
		['\r\nGET  /c  HTTP/1.1\r\nHost: x\r\n\r\n', 'GET /c HTTP/1.1'],
		['GET /g HTTP/1.0 \r\n\r\n', 'GET /g HTTP/1.0'],
		['GET /\xe9 HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n', 'GET /\xe9 HTTP/1.1']
	])('of %j is %j', (request, line) => {
		expect(requestLineOf(Buffer.from(request, 'latin1'))).toBe(line);
	});
});
