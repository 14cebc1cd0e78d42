/** What an extrapolation assumes, each with its numbers. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import { extrapolate, type Assumption } from '#lib/transports/measure/extrapolate.ts';
import type { LoadResult } from '#lib/transports/measure/load-report.ts';
import { figure } from './figure.ts';
import { valueText } from './say-planned.ts';

type Words = Text['transportsLab']['scale']['planned'];

/** s between two PINGs that keep a WebSocket alive behind proxies, and bytes of PING and PONG. */
const HEARTBEAT = { every: 30, ping: 2, pong: 6 };

/** @param clients a whole number, 1 or more */
export function sayAssumed(
	result: LoadResult,
	clients: number,
	words: Words,
	format: Formats
): readonly string[] {
	const { assumptions, values } = extrapolate(result, clients);
	const valueOf = (name: (typeof values)[number]['name']) => {
		const value = values.find((each) => each.name === name)?.value ?? 0;
		return valueText(name, value, words, format);
	};
	const { assumed } = words;
	const { transport, size } = result.order;
	const said = assumptions.map((each) => sayOne(each, result, valueOf, words, format));
	const more = [
		assumed['no-tls'],
		assumed.files(valueOf('files')),
		assumed.ports,
		assumed['fan-out'](format.number(clients), format.bytes(size), format.bytes(size * clients))
	];
	if (transport === 'server-sent-events') more.push(assumed['keep-alive'](valueOf('idle-down')));
	if (transport === 'websocket') more.push(sayHeartbeat(clients, words, format));
	if (transport === 'socket-io') {
		more.push(assumed.heartbeat(valueOf('idle-down'), valueOf('idle-up')));
	}
	return [...said, ...more];
}

function sayOne(
	assumption: Assumption,
	{ memory }: LoadResult,
	valueOf: (name: 'idle-requests' | 'idle-up' | 'idle-down') => string,
	{ assumed }: Words,
	format: Formats
): string {
	const idle = () => [valueOf('idle-requests'), valueOf('idle-up'), valueOf('idle-down')] as const;
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
			return assumed.interval(format.number(assumption.interval), ...idle());
		case 'hold':
			return assumed.hold(format.number(assumption.hold), ...idle());
		case 'overloaded':
			return assumed.overloaded(format.number(assumption.delivered), format.number(assumption.due));
		default:
			return assumed[assumption.code];
	}
}

function sayHeartbeat(clients: number, { assumed, units }: Words, format: Formats): string {
	const each = clients / HEARTBEAT.every;
	const bytes = (count: number) => units.perSecond(format.bytes(Math.round(each * count)));
	return assumed['no-heartbeat'](
		figure(each, format),
		bytes(HEARTBEAT.ping),
		bytes(HEARTBEAT.pong)
	);
}
