/**
 * An outside judge of what the page says Wireshark shows: the recorded chunks, each in a TCP segment
 * of its own (text2pcap), are taken apart by tshark, and our texts must be its texts.
 *
 * Without tshark it is skipped by name; with CI=true it fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Conversation } from '#lib/capture/conversation.ts';
import { Conversations } from '#lib/capture/conversations.ts';
import { Recording } from '#lib/capture/recording.ts';
import type { RecordingEvent } from '#lib/capture/recording-event.ts';
import { CLOSE_NAMES, DISPLAY_FILTERS } from '#lib/handshakes/tools/wireshark-names.ts';
import { wiresharkLayer } from '#lib/handshakes/tools/wireshark-layers.ts';
import { wiresharkPackets } from '#lib/handshakes/tools/wireshark-packets.ts';
import { BINARY, CONTINUATION, PING, PONG, TEXT } from '#lib/protocol/frames/opcode.ts';
import { latin1Bytes } from '#lib/protocol/latin1.ts';
import { EncodedConversation } from '../support/encoded-conversation.ts';
import { head, switching, upgradeRequest } from '../support/wire-script.ts';

const probe = spawnSync('text2pcap', ['--version']).error ?? spawnSync('tshark', ['-v']).error;
const isRequired = process.env.CI === 'true';
if (probe && !isRequired) console.warn('Skipped, tshark is not installed: what Wireshark shows.');

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const payload = (length: number): Uint8Array => new Uint8Array(length).fill(7);

function hello() {
	const json: unknown = JSON.parse(readFileSync('content/recordings/hello.json', 'utf8'));
	const read = Recording.fromJSON(json);
	if (!read.isOk) throw new Error('the sample cannot be read');
	const conversation = Conversations.of(read.recording).open(1);
	return { events: read.recording.events, conversation };
}

function encoded(script: (encoded: EncodedConversation) => EncodedConversation) {
	const { recording, conversation } = script(new EncodedConversation().accepted());
	return { events: recording.events, conversation };
}

const asked = (answer: Uint8Array) => () =>
	encoded((to) => to.bytes('client', upgradeRequest()).bytes('server', answer));
const text = 'Content-Type: text/plain; charset=utf-8';

/** Of deflated frames: made by zlib, "Hello" (RFC 7692 §7.2.3.1). */
const DEFLATED = latin1Bytes('\xf2\x48\xcd\xc9\xc9\x07\x00');

const CASES: Readonly<Record<string, () => Sample>> = {
	'the recorded sample': hello,
	'a refusal with a text': asked(
		latin1Bytes(`HTTP/1.1 403 Forbidden\r\n${text}\r\nContent-Length: 5\r\n\r\nNo.\r\n`)
	),
	'a refusal without content': asked(head('HTTP/1.1 401 Unauthorized', 'Content-Length: 0')),
	'a redirect': asked(
		head('HTTP/1.1 302 Found', 'Location: http://localhost/', 'Content-Length: 0')
	),
	'an early hint in the same write': asked(
		latin1Bytes(`HTTP/1.1 103 Early Hints\r\n\r\n${new TextDecoder().decode(switching())}`)
	),
	'HTTP/1.0': asked(
		latin1Bytes(new TextDecoder().decode(switching()).replace('HTTP/1.1', 'HTTP/1.0'))
	),
	'bare LF': asked(latin1Bytes(new TextDecoder().decode(switching()).replaceAll('\r', ''))),
	'subprotocols and odd headers': () =>
		encoded((to) =>
			to
				.bytes('client', upgradeRequest('Sec-WebSocket-Protocol: chat, superchat', 'X-Odd: 1'))
				.bytes('server', switching('Sec-WebSocket-Protocol: superchat', 'Server: test'))
		),
	'a head in two writes': () =>
		encoded((to) =>
			to
				.bytes('client', upgradeRequest())
				.bytes('server', switching().subarray(0, 40))
				.bytes('server', switching().subarray(40))
		),
	'frames of every kind': () =>
		encoded((to) =>
			to
				.handshake('/ws/echo?a=1')
				.text('client', 'Hello')
				.text('server', '你好\r\n')
				.text('server', 'x'.repeat(400))
				.binary('server', payload(70_000).subarray(0, 200))
				.frames('client', { opcode: PING, payload: utf8('ping') })
				.frames('server', { opcode: PONG, payload: utf8('ping') })
				.frames('server', { opcode: PING, payload: payload(0) })
				.frames('server', { opcode: TEXT, fin: false, payload: utf8('Hel') })
				.frames('server', { opcode: CONTINUATION, payload: utf8('lo') })
				.frames('server', { opcode: 3, payload: payload(1) })
				.frames('server', { opcode: BINARY, rsv2: true, payload: payload(3) })
				.close('client', 1000, 'bye')
				.close('server', null)
		),
	'several frames in one write, and one in two': () =>
		encoded((to) =>
			to
				.handshake()
				.frames(
					'server',
					{ opcode: PING, payload: payload(2) },
					{ opcode: TEXT, payload: utf8('a') }
				)
				.bytes('server', Uint8Array.of(0x81, 0x05, 0x48))
				.bytes('server', Uint8Array.of(0x65, 0x6c, 0x6c, 0x6f))
		),
	'compressed messages': () =>
		encoded((to) =>
			to
				.bytes('client', upgradeRequest('Sec-WebSocket-Extensions: permessage-deflate'))
				.bytes('server', switching('Sec-WebSocket-Extensions: permessage-deflate'))
				.frames('server', { opcode: TEXT, rsv1: true, payload: DEFLATED })
				.frames('server', { opcode: TEXT, payload: utf8('Hello') })
		),
	'every close code with a name': () =>
		encoded((to) =>
			[...Object.keys(CLOSE_NAMES), 3000].reduce(
				(script, code) => script.close('server', Number(code)),
				to.handshake()
			)
		)
};

interface Sample {
	readonly events: readonly RecordingEvent[];
	readonly conversation: Conversation;
}

vi.setConfig({ testTimeout: 30_000 });

describe.skipIf(probe !== undefined && !isRequired)('what Wireshark shows of', () => {
	let directory = '';
	beforeAll(() => {
		directory = mkdtempSync(join(tmpdir(), 'wire101-wireshark-'));
	});
	afterAll(() => rmSync(directory, { recursive: true, force: true }));

	/** The recorded chunks as a capture file, each in a segment of its own. */
	function capture({ events }: Sample): string {
		const chunks = events.flatMap((event) => (event.kind === 'data' ? [event] : []));
		const dumped = chunks.map(({ direction, bytes }) =>
			[direction === 'client' ? 'I' : 'O', ...hexRows(bytes), ''].join('\n')
		);
		const input = join(directory, 'chunks.txt');
		const file = join(directory, 'chunks.pcapng');
		writeFileSync(input, dumped.join(''));
		execFileSync('text2pcap', ['-q', '-D', '-T', '50000,3000', input, file]);
		return file;
	}

	function tshark(...options: readonly string[]): string {
		return execFileSync('tshark', [...options], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore']
		});
	}

	describe.each(Object.entries(CASES))('%s', (_, make) => {
		it('is in its list of packets as on the page', () => {
			const sample = make();
			const fields = ['-e', '_ws.col.Protocol', '-e', 'tcp.len', '-e', '_ws.col.Info'];
			const seen = tshark('-r', capture(sample), '-T', 'fields', ...fields);
			const { events, conversation } = sample;
			const ours = wiresharkPackets(events, conversation.records, events.length);
			const rows = ours.filter(({ length }) => length > 0);
			expect(
				rows.map(({ protocol, length, info }) => `${protocol} ${length} ${oneSpace(info)}`)
			).toEqual(seen.trimEnd().split('\n').map(rowOf));
		});

		it('is in its tree line for line, in order', () => {
			const sample = make();
			const seen = tshark('-r', capture(sample), '-V', '-O', 'http,websocket')
				.split('\n')
				.map((line) => line.trim());
			const { records } = sample.conversation;
			const hasDeflate = sample.conversation.at(Infinity).extensions.includes('deflate');
			let at = 0;
			for (const layer of records.flatMap((record) => wiresharkLayer(record, hasDeflate) ?? [])) {
				for (const { text } of [{ text: layer.title }, ...layer.lines]) {
					const found = seen.findIndex((line, index) => index >= at && isLine(line, text));
					expect(found, `${text} after ${seen[at - 1]}`).toBeGreaterThanOrEqual(at);
					at = found + 1;
				}
			}
		});

		it('has under each name for filters what the page says', () => {
			const sample = make();
			const file = capture(sample);
			const { records } = sample.conversation;
			const hasDeflate = sample.conversation.at(Infinity).extensions.includes('deflate');
			const lines = records.flatMap((record) => wiresharkLayer(record, hasDeflate)?.lines ?? []);
			const filters = [...new Set(lines.flatMap(({ filter }) => filter ?? []))];
			const seen = tshark('-r', file, '-T', 'pdml');
			const found = filters.filter((filter) => seen.includes(`name="${filter}"`));
			expect(found).toEqual(filters);
		});
	});

	it.each(Object.entries(DISPLAY_FILTERS))('the filter %s, which it can read', (_, filter) => {
		expect(() => tshark('-r', capture(hello()), '-Y', filter)).not.toThrow();
	});
});

function hexRows(bytes: Uint8Array): string[] {
	return Array.from({ length: Math.ceil(bytes.length / 16) }, (_, row) => {
		const cells = Array.from(bytes.subarray(row * 16, row * 16 + 16), (byte) =>
			byte.toString(16).padStart(2, '0')
		);
		return `${(row * 16).toString(16).padStart(6, '0')} ${cells.join(' ')}`;
	});
}

const oneSpace = (line: string): string => line.replace(/\s+/g, ' ').trim();

/** Ports and sequence numbers of a segment are no part of a recording. */
function rowOf(line: string): string {
	const [protocol = '', length = '', info = ''] = line.split('\t');
	const [segment] = /\[TCP segment of a reassembled PDU\]/.exec(info) ?? [];
	return `${protocol} ${length} ${segment ?? oneSpace(info)}`;
}

/** A long text is cut at other places. */
function isLine(line: string, ours: string): boolean {
	return ours.includes('[truncated]') ? line.startsWith(ours) : line === ours;
}
