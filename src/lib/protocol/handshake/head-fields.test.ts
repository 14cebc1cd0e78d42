import { describe, expect, it } from 'vitest';
import { headFields } from './head-fields.ts';
import { parseHttpHead, type HeadKind } from '../http/http-head.ts';
import { latin1Bytes } from '../latin1.ts';

function fields(text: string, kind: HeadKind) {
	const result = parseHttpHead(latin1Bytes(text), { kind });
	if (result.kind !== 'head') throw new Error(result.kind);
	return headFields(result.head);
}

describe('headFields', () => {
	it('places the fields of a request in bits', () => {
		const list = fields(
			'GET /a HTTP/1.1\r\nHost: b\r\nSec-WebSocket-Key: c\r\nX-Own:\r\n\r\n',
			'request'
		);
		expect(
			list.map(({ id, bitOffset, bitLength, value }) => [id, bitOffset, bitLength, value])
		).toEqual([
			['method', 0, 24, 'GET'],
			['target', 32, 16, '/a'],
			['version', 56, 64, 'HTTP/1.1'],
			['header-0-name', 136, 32, 'Host'],
			['header-0-value', 184, 8, 'b'],
			['header-1-name', 208, 136, 'Sec-WebSocket-Key'],
			['header-1-value', 360, 8, 'c'],
			['header-2-name', 384, 40, 'X-Own'],
			['header-2-value', -1, 0, null]
		]);
	});

	it('cites the section that defines each header', () => {
		const list = fields(
			'GET /a HTTP/1.1\r\nHost: b\r\nSec-WebSocket-Key: c\r\nX-Own: d\r\n\r\n',
			'request'
		);
		expect(list.filter(({ id }) => id.endsWith('value')).map(({ section }) => section)).toEqual([
			'4.1',
			'11.3.1',
			'RFC 9110 5'
		]);
	});

	it('gives the status of a response as a number', () => {
		const list = fields('HTTP/1.1 101 Switching Protocols\r\n\r\n', 'response');
		expect(list.map(({ id, value }) => [id, value])).toEqual([
			['version', 'HTTP/1.1'],
			['status', 101],
			['reason', 'Switching Protocols']
		]);
	});
});
