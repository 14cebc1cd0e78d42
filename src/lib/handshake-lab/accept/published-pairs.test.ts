import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { computeAccept, WEBSOCKET_GUID } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { PUBLISHED_PAIRS } from './published-pairs.ts';

test.each(PUBLISHED_PAIRS)('the pair “$id” is what SHA-1 makes of its key', ({ key, accept }) => {
	const hash = createHash('sha1').update(key + WEBSOCKET_GUID);
	expect(hash.digest('base64')).toBe(accept);
	expect(computeAccept(key)).toBe(accept);
});
