/** The recording that stands in without a server: real, and whole. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Conversations } from './conversations.ts';
import { Recording } from './recording.ts';

const json: unknown = JSON.parse(readFileSync('content/recordings/hello.json', 'utf8'));

function readSample() {
	const read = Recording.fromJSON(json);
	if (!read.isOk) throw new Error(`the sample cannot be read: ${read.code}`);
	const { recording } = read;
	const conversation = Conversations.of(recording).open(1);
	return { recording, conversation, end: conversation.at(recording.events.length) };
}

it('serialises back to what it was read from', () => {
	expect(JSON.parse(JSON.stringify(readSample().recording))).toEqual(json);
});

it('holds a handshake that both sides accept', () => {
	const { end } = readSample();
	expect(end.request?.verdict?.isAccepted).toBe(true);
	expect(end.response?.verdict?.isAccepted).toBe(true);
});

it('holds the text and its echo, a ping and its pong, and the closing handshake', () => {
	const { conversation } = readSample();
	const frames = conversation.records.flatMap((record) =>
		record.kind === 'frame' ? [`${record.direction} ${record.frame.opcode.toString(16)}`] : []
	);
	expect(frames).toEqual(['client 1', 'server 1', 'server 9', 'client a', 'client 8', 'server 8']);
});

it('breaks no rule and ends in CLOSED on both sides', () => {
	const { conversation, end } = readSample();
	const violations = conversation.records.flatMap((record) =>
		record.kind === 'frame' ? record.frame.violations : []
	);
	expect(violations).toEqual([]);
	expect([end.client, end.server]).toEqual(['CLOSED', 'CLOSED']);
	expect(end.close.client).toMatchObject({ code: 3000, reason: 'bye', wasClean: true });
});
