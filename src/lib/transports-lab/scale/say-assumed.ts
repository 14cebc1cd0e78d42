/** What an extrapolation assumes, each with its numbers. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import {
	extrapolate,
	type Assumption,
	type ExtrapolatedName
} from '#lib/transports/measure/extrapolate.ts';
import type { LoadResult } from '#lib/transports/measure/load-report.ts';
import { figure, rough } from './figure.ts';

type Words = Text['transportsLab']['scale']['planned'];

/** s between two PINGs that keep a WebSocket alive behind proxies, and bytes of PING and PONG. */
const HEARTBEAT = { every: 30, ping: 2, pong: 6 };

/** What crosses in a second while nothing happens, in words. */
interface Idle {
	readonly requests: string;
	readonly up: string;
	readonly down: string;
}

/** @param clients a whole number, 1 or more */
export function sayAssumed(
	result: LoadResult,
	clients: number,
	words: Words,
	format: Formats
): readonly string[] {
	const { assumptions, values } = extrapolate(result, clients);
	const valueOf = (name: ExtrapolatedName) => values.find((each) => each.name === name)?.value ?? 0;
	const bytes = (name: ExtrapolatedName) => format.bytes(Math.round(valueOf(name)));
	const idle: Idle = {
		requests: rough(valueOf('idle-requests'), format),
		up: bytes('idle-up'),
		down: bytes('idle-down')
	};
	const { assumed } = words;
	const { transport, size } = result.order;
	const said = assumptions.map((each) => sayOne(each, result, idle, words, format));
	const more = [
		assumed['no-tls'],
		assumed.files(format.number(Math.round(valueOf('files')))),
		assumed.ports,
		assumed['fan-out'](format.number(clients), format.bytes(size), format.bytes(size * clients))
	];
	if (transport === 'server-sent-events') more.push(assumed['keep-alive'](idle.down));
	if (transport === 'websocket') more.push(sayHeartbeat(clients, words, format));
	if (transport === 'socket-io') {
		more.push(assumed.heartbeat(idle.down, idle.up));
	}
	return [...said, ...more];
}

function sayOne(
	assumption: Assumption,
	{ memory }: LoadResult,
	{ requests, up, down }: Idle,
	{ assumed }: Words,
	format: Formats
): string {
	switch (assumption.code) {
		case 'linear': {
			const { clients, to } = assumption;
			const times = figure(to / clients, format);
			return assumed.linear(format.number(clients), format.number(to), times);
		}
		case 'one-core-a-process':
			return assumed['one-core-a-process'](format.bytes(memory.before.rss));
		case 'whole-process':
			return assumed['whole-process'](`${figure(assumption.share * 100, format)}%`);
		case 'interval':
			return assumed.interval(format.number(assumption.interval), requests, up, down);
		case 'hold':
			return assumed.hold(format.number(assumption.hold), requests, up, down);
		case 'overloaded':
			return assumed.overloaded(format.number(assumption.delivered), format.number(assumption.due));
		default:
			return assumed[assumption.code];
	}
}

function sayHeartbeat(clients: number, { assumed }: Words, format: Formats): string {
	const each = clients / HEARTBEAT.every;
	const bytes = (count: number) => format.bytes(Math.round(each * count));
	return assumed['no-heartbeat'](rough(each, format), bytes(HEARTBEAT.ping), bytes(HEARTBEAT.pong));
}
