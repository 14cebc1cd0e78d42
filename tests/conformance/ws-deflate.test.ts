/** Our permessage-deflate beside that of `ws`, which is zlib's: each reads what the other wrote. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageDeflater } from '#lib/protocol/deflate/deflate-message.ts';
import { MessageInflater } from '#lib/protocol/deflate/inflate-message.ts';
import { PerMessageDeflate } from '../support/ws-receiver.ts';

const messages = fc.array(
	fc.oneof(
		fc.uint8Array({ minLength: 1, maxLength: 300 }),
		fc.string({ minLength: 1 }).map((text) => new TextEncoder().encode(text.repeat(99)))
	),
	{ maxLength: 4 }
);
const windowBits = fc.integer({ min: 9, max: 15 });
const LIMIT = 1_000_000;

/** The server's end in `ws`, with what was agreed. */
function serverOf(bits: number, keepsWindow: boolean) {
	const server = new PerMessageDeflate({ isServer: true });
	const offer = {
		server_max_window_bits: [bits],
		client_max_window_bits: [bits],
		...(!keepsWindow && {
			server_no_context_takeover: [true],
			client_no_context_takeover: [true]
		})
	};
	server.accept([offer]);
	return server;
}

type Call = 'compress' | 'decompress';

const call = (server: ReturnType<typeof serverOf>, name: Call, data: Uint8Array) =>
	new Promise<Uint8Array>((resolve, reject) => {
		server[name](Buffer.from(data), true, (error, result) => {
			if (error) reject(error);
			else resolve(Uint8Array.from(result));
		});
	});

describe('permessage-deflate', () => {
	it('inflates what ws compressed', async () => {
		await fc.assert(
			fc.asyncProperty(messages, windowBits, fc.boolean(), async (all, bits, keepsWindow) => {
				const server = serverOf(bits, keepsWindow);
				const inflater = new MessageInflater(bits, keepsWindow);
				for (const data of all) {
					const payload = await call(server, 'compress', data);
					expect(inflater.push(payload, true, LIMIT)).toEqual({ data, outcome: 'ok' });
				}
				server.cleanup();
			}),
			{ numRuns: 25 }
		);
	});

	it('compresses what ws inflates', async () => {
		await fc.assert(
			fc.asyncProperty(messages, windowBits, fc.boolean(), async (all, bits, keepsWindow) => {
				const server = serverOf(bits, keepsWindow);
				const deflater = new MessageDeflater(bits, keepsWindow);
				for (const data of all) {
					expect(await call(server, 'decompress', deflater.deflate(data))).toEqual(data);
				}
				server.cleanup();
			}),
			{ numRuns: 25 }
		);
	});
});
