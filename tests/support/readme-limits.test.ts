/** The README's fixed limits against the constants that set them, row by row. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS as FILE_LIMITS } from '#lib/capture/recording-file.ts';
import { HANDSHAKE_LIMITS } from '#lib/handshakes/draft/handshake-draft.ts';
import { BODY_SHOWN } from '#lib/handshakes/verdict/answer.ts';
import { MAX_ROWS } from '#lib/runs/cases/matrix.ts';
import { MAX_LINK_CHARACTERS, MAX_LINK_JSON } from '#lib/runs/link-envelope.ts';
import { MAX_ACCEPTS, MAX_PAUSE, MAX_SCRIPT_CHARACTERS, MAX_STEPS } from '#lib/runs/run-script.ts';
import { RUN_LIMITS } from '#lib/runs/run.ts';
import { IDLE_BOUNDS } from '#lib/runs/way.ts';
import { MAX_TYPED_KEY } from '#lib/state/handshake-lab/accept/accept-link.ts';
import { LOAD_BOUNDS } from '#lib/transports/measure/load-report.ts';
import { MAX_UPSTREAM_BYTES } from '#lib/transports/wire/upstream-message.ts';
import { SPARE_CONNECTIONS } from '#server/http/page-server.ts';
import { MOST_WAITING as MOST_REQUESTS } from '#server/http/pipeline.ts';
import { CONNECT } from '#server/load/load-run.ts';
import { MOST_IN_ALL } from '#server/network/conditions.ts';
import { LEAST_ROOM, ROOM } from '#server/network/line.ts';
import { MOST_CHUNKS } from '#server/peers/echo.ts';
import { CHANNEL_LIMITS } from '#server/session/channel-limits.ts';
import { MOST_OVERFLOW } from '#server/streams/lane-teller.ts';
import { MESSAGE_BURST, MESSAGES_PER_SECOND } from '#server/streams/session-lane.ts';
import { LONGEST_BODY } from '#server/transports/poll-answers.ts';
import { MOST_REFUSED } from '#server/transports/socket-io/session.ts';
import { TRANSPORT_BOUNDS } from '#server/transports/transports.ts';
import { MOST_WAITING as MOST_PROXIED } from '#server/ways/proxy/passage.ts';
import { HANDSHAKE_TIMEOUT } from '#server/ways/tls/tls-way.ts';

const readme = readFileSync('README.md', 'utf8');

const count = (value: number) => value.toLocaleString('en-US');
const seconds = (ms: number) => `${ms / 1000} s`;
const characters = (value: number) => `${value / 1024} Ki characters`;

function bytes(value: number): string {
	return value % 2 ** 20 === 0 ? `${value / 2 ** 20} MiB` : `${value / 1024} KiB`;
}

function rowOf(name: string): string {
	return new RegExp(`^\\| ${name} \\| (.*) \\|$`, 'm').exec(readme)?.[1] ?? '';
}

/** Not as the end of a larger number. */
function says(row: string, fragment: string): boolean {
	const at = row.indexOf(fragment);
	return at >= 0 && !/[\d.,]$/.test(row.slice(0, at));
}

const { subscribers, events, size, seconds: lasting } = LOAD_BOUNDS;

/** The fragments of each row, with so many words that no other number of the row could be meant. */
const ROWS: readonly (readonly [row: string, ...fragments: string[]])[] = [
	[
		'recordings',
		`${count(CHANNEL_LIMITS.maxConnectionEvents)} events a connection`,
		`${count(CHANNEL_LIMITS.maxSessionEvents)} a session`,
		`keeps ${count(CHANNEL_LIMITS.maxRecordings)} recordings`,
		`${count(FILE_LIMITS.maxConnections)} connections in a file`,
		`${count(MOST_CHUNKS)} reads or fragments of one message`
	],
	['one connection', `${MOST_REQUESTS} requests that wait`],
	[
		'one page, one address',
		`${bytes(CHANNEL_LIMITS.maxOutboxBytes)} waiting for a page`,
		`${bytes(CHANNEL_LIMITS.maxHeldBytes)} for all pages`,
		`${count(SPARE_CONNECTIONS)} TCP connections more`
	],
	[
		'a run',
		`${count(MAX_STEPS)} steps`,
		`${bytes(MAX_SCRIPT_CHARACTERS)} on its way`,
		`${seconds(MAX_PAUSE)} in one pause`,
		`${seconds(CHANNEL_LIMITS.headWait)} for the peer's HTTP head`,
		`${seconds(CHANNEL_LIMITS.answerWait)} after its end`,
		`${count(MAX_ACCEPTS)} places for the due Accept`
	],
	['a raw connection', `${seconds(CHANNEL_LIMITS.rawIdle)} after its last run`],
	[
		'a stream',
		`keeps ${count(CHANNEL_LIMITS.maxLogEvents)} events`,
		`and ${bytes(CHANNEL_LIMITS.maxLogBytes)} of them`,
		`all streams ${bytes(CHANNEL_LIMITS.maxPoolBytes)}`,
		`${MESSAGES_PER_SECOND} messages a second (${MESSAGE_BURST} at once)`,
		`over Socket.IO ${MOST_REFUSED} messages in a row`,
		`${count(MOST_OVERFLOW)} of such counts`
	],
	[
		'the transports',
		`${TRANSPORT_BOUNDS.perLane} held questions`,
		`of one lane, ${count(TRANSPORT_BOUNDS.inAll)} of all`,
		`${bytes(TRANSPORT_BOUNDS.buffered)} waiting for a slow reader`,
		`${bytes(TRANSPORT_BOUNDS.bufferedInAll)} for all of them`,
		`(${bytes(TRANSPORT_BOUNDS.leastBuffered)} at least)`,
		`missed for ${seconds(TRANSPORT_BOUNDS.patience)}`,
		`${bytes(MAX_UPSTREAM_BYTES)} in one message`,
		`${characters(LONGEST_BODY)} of events in one answer`
	],
	[
		'the ways',
		`after ${IDLE_BOUNDS.least / 1000} to ${seconds(IDLE_BOUNDS.most)} of silence`,
		`${MOST_PROXIED} requests may wait`,
		`a TLS handshake takes ${seconds(HANDSHAKE_TIMEOUT)}`
	],
	[
		'the network of a lane',
		`${bytes(ROOM)} on its way`,
		`${bytes(LEAST_ROOM)} where all lanes`,
		`more than ${bytes(MOST_IN_ALL)}`
	],
	[
		'a load run',
		`${count(subscribers.most)} clients`,
		`${count(events.most)} events of ${bytes(size.most)} in ${lasting.most} s`,
		`${seconds(CONNECT.inAll)} to connect, or ${seconds(CONNECT.standing)} in which no more do`
	],
	[
		'the frame lab',
		`${RUN_LIMITS.items} items`,
		bytes(RUN_LIMITS.draftBytes),
		`${count(RUN_LIMITS.frames)} frames`,
		`a matrix: ${count(MAX_ROWS)} rows`
	],
	[
		'the handshake lab',
		`a draft: ${bytes(HANDSHAKE_LIMITS.draftBytes)}`,
		`${HANDSHAKE_LIMITS.lines} lines`,
		`${HANDSHAKE_LIMITS.protocols} subprotocols`,
		`a typed key: ${MAX_TYPED_KEY} characters`,
		`body ${bytes(BODY_SHOWN)} are shown`
	],
	['a link', characters(MAX_LINK_CHARACTERS), `${bytes(MAX_LINK_JSON)} in it`]
];

it.each(ROWS)('the README says the fixed limits of %s as they are', (name, ...fragments) => {
	const row = rowOf(name);
	expect(fragments.filter((fragment) => !says(row, fragment))).toEqual([]);
});

it('no row of the README’s fixed limits is left out here', () => {
	const [, table = ''] = /\| of \| limits \|\n\|[-|]+\n((?:\|.*\n)+)/.exec(readme) ?? [];
	const names = [...table.matchAll(/^\| (.*?) \|/gm)].map(([, name]) => name);
	expect(names).toEqual(ROWS.map(([name]) => name));
});

it('lanes ask as often as their clients may send', () => {
	const { questionsPerSecond, questionBurst } = TRANSPORT_BOUNDS;
	expect([questionsPerSecond, questionBurst]).toEqual([MESSAGES_PER_SECOND, MESSAGE_BURST]);
});
