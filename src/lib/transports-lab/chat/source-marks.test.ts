import * as rules from 'virtual:source/chat-rules';
import * as server from 'virtual:source/chat-server';
import { describe, expect, it } from 'vitest';
import type { ChatLine } from '#lib/state/transports-lab/chat/chat-line.ts';
import { codePathOf } from './code-path.ts';
import { markLines, sourceText } from './source-marks.ts';

const SOURCES = { 'chat-server': server, 'chat-rules': rules } as const;
const line = (part: Partial<ChatLine>) => ({ status: null, by: null, ...part }) as ChatLine;
const LINES: readonly [string, ChatLine][] = [
	['a welcome', line({ kind: 'welcome' })],
	['a message', line({ kind: 'message', isEarlier: false })],
	['a message of before', line({ kind: 'message', isEarlier: true })],
	['a newcomer', line({ kind: 'joined' })],
	['somebody who left', line({ kind: 'left' })],
	['a new name', line({ kind: 'renamed' })],
	['a heartbeat', line({ kind: 'heartbeat' })],
	...['not-json', 'unknown-type', 'bad-text', 'bad-name', 'name-taken', 'too-fast'].map(
		(code): [string, ChatLine] => [`the error ${code}`, line({ kind: 'error', code })]
	),
	...[1000, 1001, 1008, 1009, 1013].map((code): [string, ChatLine] => [
		`the end by ${code}`,
		line({ kind: 'ended', code, by: 'server' })
	])
];

describe.each(LINES)('the code that ran for %s', (_name, shown) => {
	const path = codePathOf(shown);

	it('is in the source under each of its names', () => {
		expect(path.length).toBeGreaterThan(0);
		for (const { file, name } of path) {
			expect(SOURCES[file].functions.filter((each) => each.name === name)).toHaveLength(1);
		}
	});

	it('has one line for each mark', () => {
		for (const step of path.filter(({ mark }) => mark !== undefined)) {
			const marks = Array.from(markLines(SOURCES[step.file], step.file, [step]).values());
			expect(marks.filter((mark) => mark === 'mark')).toEqual(['mark']);
		}
	});
});

it('every in-band error that the server knows has a path of its own', () => {
	const { functions } = server;
	const text = sourceText(rules);
	const faults = /Fault =\s([^;]*);/.exec(text)?.[1]?.match(/[\w-]+/g) ?? [];
	expect(faults).toHaveLength(6);
	expect(functions.map(({ name }) => name)).toContain('#receive');
	for (const code of faults) {
		expect(codePathOf(line({ kind: 'error', code })), code).not.toEqual([]);
	}
});

it('what refused the handshake, or an unknown error, is no code of the chat', () => {
	expect(codePathOf(line({ kind: 'ended', status: 429 }))).toEqual([]);
	expect(codePathOf(line({ kind: 'error', code: 'constructor' }))).toEqual([]);
});

it('a mark stands out from the function around it, whichever step comes first', () => {
	const ran = { file: 'chat-server', name: '#receive' } as const;
	const marked = { ...ran, mark: '1008' };
	const marks = (path: (typeof ran)[]) =>
		Array.from(markLines(server, 'chat-server', path).values()).filter((mark) => mark === 'mark');
	expect(marks([ran, marked])).toEqual(marks([marked, ran]));
	expect(markLines(server, 'chat-rules', [marked]).size).toBe(0);
});

it('of a function that ran long before, only the line that counts is marked', () => {
	const step = { file: 'chat-server', name: '#join', mark: "'pong'", isAlone: true } as const;
	expect(Array.from(markLines(server, 'chat-server', [step]).values())).toEqual(['mark']);
});
