import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunScript } from '#lib/runs/run-script.ts';
import { readMessage } from './messages.ts';
import { requestSchema } from './requests.ts';
import { readScript } from '../../../tests/support/scripted-run.ts';
import { encodeScript } from './script-message.ts';

const step = fc.oneof(
	fc.record({
		kind: fc.constant('write' as const),
		bytes: fc.uint8Array(),
		unit: fc.constantFrom('whole' as const, 'byte' as const),
		times: fc.integer({ min: 1 })
	}),
	fc.record({
		kind: fc.constant('write' as const),
		bytes: fc.uint8Array(),
		unit: fc.constant('whole' as const),
		times: fc.constant(1),
		acceptAt: fc.array(fc.nat(), { maxLength: 8 })
	}),
	fc.record({ kind: fc.constant('pause' as const), ms: fc.nat(10_000) }),
	fc.record({ kind: fc.constant('await-head' as const) }),
	fc.record({
		kind: fc.constant('end' as const),
		how: fc.constantFrom('fin' as const, 'rst' as const)
	})
);
const script = fc.record({ steps: fc.array(step), gap: fc.nat(10_000) });

/** As it comes out of the channel at the other end. */
function travel(sent: RunScript): RunScript | null {
	const text = JSON.stringify({ type: 'run', id: 1, connection: 1, script: encodeScript(sent) });
	const message = readMessage(requestSchema, text);
	return message?.type === 'run' ? readScript(message.script) : null;
}

describe('a script on its way', () => {
	it('arrives as it was', () => {
		fc.assert(fc.property(script, (sent) => void expect(travel(sent)).toEqual(sent)));
	});

	it('may write 128 KiB at once', () => {
		const bytes = new Uint8Array(2 ** 17).fill(0xa5);
		const sent: RunScript = { steps: [{ kind: 'write', bytes, unit: 'whole', times: 1 }], gap: 0 };
		expect(travel(sent)).toEqual(sent);
	});
});
