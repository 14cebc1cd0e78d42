import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latin1, latin1Bytes } from '#lib/protocol/latin1.ts';
import {
	WireScript,
	frame,
	head,
	switching,
	upgradeRequest
} from '../../../tests/support/wire-script.ts';
import { Recording } from './recording.ts';
import { maskBytes, maskRecording, secretSpans } from './secrets.ts';

function mask(text: string, names?: readonly string[]): string {
	const bytes = latin1Bytes(text);
	return latin1(maskBytes(bytes, secretSpans(bytes, names)));
}

describe('the secrets of a head', () => {
	it.each([
		['a cookie', 'GET / HTTP/1.1\r\nCookie: a=b\r\n\r\n', 'GET / HTTP/1.1\r\nCookie: ***\r\n\r\n'],
		['any case', 'x\r\nAUTHORIZATION: B\r\n', 'x\r\nAUTHORIZATION: *\r\n'],
		['Set-Cookie', 'x\r\nset-cookie:id=1\r\n', 'x\r\nset-cookie:****\r\n'],
		['odd spacing', 'x\r\n Cookie \t:\t a \r\n', 'x\r\n Cookie \t:\t **\r\n'],
		['a folded line', 'x\r\nCookie: a\r\n b\r\nHost: h', 'x\r\nCookie: *****\r\nHost: h'],
		['a value that begins on the next line', 'x\nCookie:\n\tab\n', 'x\nCookie:****\n'],
		['bare LF', 'x\nCookie: ab\nHost: h\n', 'x\nCookie: **\nHost: h\n'],
		['a bare CR inside', 'x\r\nCookie: a\rb\r\n', 'x\r\nCookie: ***\r\n'],
		['a head cut off', 'x\r\nCookie: sec', 'x\r\nCookie: ***'],
		[
			'every line',
			'x\r\nSet-Cookie: a\r\nSet-Cookie: b\r\n',
			'x\r\nSet-Cookie: *\r\nSet-Cookie: *\r\n'
		],
		['nothing else', 'x\r\nCookies: a\r\nX-Cookie: b\r\n', 'x\r\nCookies: a\r\nX-Cookie: b\r\n'],
		['an empty value', 'x\r\nCookie:\r\nHost: h\r\n', 'x\r\nCookie:\r\nHost: h\r\n']
	])('are found in %s', (_name, text, masked) => {
		expect(mask(text)).toBe(masked);
	});

	it('are those of the names given', () => {
		expect(mask('x\r\nX-Key: a\r\nCookie: b\r\n', ['x-key'])).toBe(
			'x\r\nX-Key: *\r\nCookie: b\r\n'
		);
	});

	it('are spans inside any bytes', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				for (const { start, end } of secretSpans(bytes)) {
					expect(start).toBeLessThan(end);
					expect(end).toBeLessThanOrEqual(bytes.length);
				}
			})
		);
	});
});

function recordingOf(events: ReturnType<WireScript['events']>): Recording {
	const recording = new Recording('2026-11-20T12:00:00.000Z');
	for (const event of events) recording.append(event);
	return recording;
}

function bytesOf(recording: Recording, side: 'client' | 'server'): string {
	return recording.events
		.map((event) => (event.kind === 'data' && event.direction === side ? latin1(event.bytes) : ''))
		.join('');
}

describe('a masked recording', () => {
	const payload = latin1Bytes('\nCookie: not a header\n');
	const script = new WireScript()
		.accepted()
		.client(upgradeRequest('Cookie: id=secret; b=2', 'Authorization: Basic eDp5'))
		.server(switching('Set-Cookie: id=secret'), frame('server', { payload }));

	it.each([1, 3, 1000])('hides every secret in chunks of %i bytes', (size) => {
		const masked = maskRecording(recordingOf(script.recut(() => size)));
		const sent = bytesOf(masked, 'client');
		expect(sent).toContain('Cookie: **************\r\nAuthorization: **********\r\n');
		expect(bytesOf(masked, 'server')).toContain('Set-Cookie: *********\r\n');
	});

	it('leaves frames as they are', () => {
		const masked = maskRecording(recordingOf(script.events()));
		expect(bytesOf(masked, 'server')).toContain('Cookie: not a header');
	});

	it('never changes the recording', () => {
		const recording = recordingOf(script.events());
		const before = JSON.stringify(recording);
		maskRecording(recording);
		expect(JSON.stringify(recording)).toBe(before);
	});

	it('hides the secrets of requests that were never answered', () => {
		const held = head('GET / HTTP/1.1', 'Cookie: late').subarray(0, 28);
		const recording = recordingOf(
			new WireScript().accepted().client(upgradeRequest(), held).events()
		);
		expect(bytesOf(maskRecording(recording), 'client')).toMatch(/Cookie: \*\*\*\*$/);
	});

	it('keeps times, order and lengths', () => {
		const recording = recordingOf(script.recut(() => 9));
		const shape = ({ events }: Recording) =>
			events.map((event) => ({ ...event, bytes: event.kind === 'data' ? event.bytes.length : 0 }));
		expect(shape(maskRecording(recording))).toEqual(shape(recording));
	});
});
