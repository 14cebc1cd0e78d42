import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeAccept, explainAccept, WEBSOCKET_GUID } from './sec-websocket-accept.ts';

describe('computeAccept', () => {
	it.each([
		['dGhlIHNhbXBsZSBub25jZQ==', 's3pPLMBiTxaQ9kYGzzhZRbK+xOo='],
		['5fTJ1LTuh3RKjSJxydyifQ==', 'ZUip34t+bCjhkvxxwhmdEOyx9hE='],
		['T2a6wZlAwhgQNqruZ2YUyg==', 'iBJKv/ALIW2DobfoA4dmr3JHBCY='],
		['x3JJHMbDL1EzLkh9GBhXDw==', 'HSmrc0sMlYUkAGmm5OPpG2HaGWk=']
	])('answers %s with %s', (key, accept) => {
		expect(computeAccept(key)).toBe(accept);
	});

	it('agrees with node:crypto on any text that a header can hold', () => {
		const anyByte = fc.nat(255).map((code) => String.fromCharCode(code));
		fc.assert(
			fc.property(fc.string({ unit: anyByte }), (key) => {
				const hash = createHash('sha1').update(key + WEBSOCKET_GUID, 'latin1');
				expect(computeAccept(key)).toBe(hash.digest('base64'));
			})
		);
	});
});

describe('explainAccept', () => {
	const steps = explainAccept('dGhlIHNhbXBsZSBub25jZQ==');

	it('joins key and GUID as in RFC 6455 §4.2.2', () => {
		expect(steps.concatenation).toBe(
			'dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
		);
	});

	it('hashes the text of the key, not the 16 bytes it stands for', () => {
		expect(steps.keyBytes).toEqual(new TextEncoder().encode(steps.key));
	});

	it('shows the digest printed in RFC 6455 §1.3', () => {
		expect(Buffer.from(steps.digest).toString('hex')).toBe(
			'b37a4f2cc0624f1690f64606cf385945b2bec4ea'
		);
	});

	it('hashes 60 bytes in two blocks of 80 rounds', () => {
		expect(steps.sha1.padding.markerOffset).toBe(60);
		expect(steps.sha1.blocks.map(({ rounds }) => rounds.length)).toEqual([80, 80]);
	});

	it('makes 28 characters of 20 bytes, in seven groups', () => {
		const characters = steps.base64Groups.flatMap((group) => group.characters);
		expect(steps.base64Groups).toHaveLength(7);
		expect(characters.map(({ character }) => character).join('')).toBe(steps.accept);
		expect(steps.accept).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
	});
});
