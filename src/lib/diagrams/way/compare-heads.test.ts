import { describe, expect, it } from 'vitest';
import { readHead } from '#lib/protocol/http/read-head.ts';
import { head } from '../../../../tests/support/wire-script.ts';
import { compareHeads } from './compare-heads.ts';

const GET = 'GET /ws/echo HTTP/1.1';

function compare(before: readonly string[], after: readonly string[]) {
	const read = (lines: readonly string[]) => readHead('request', head(...lines));
	return compareHeads(read([GET, ...before]), read([GET, ...after]));
}

const changes = (before: readonly string[], after: readonly string[]) =>
	compare(before, after).lines.map(({ change, name }) => `${change} ${name}`);

describe('the lines of a head', () => {
	it('are kept where name and value are the same', () => {
		expect(changes(['Host: a', 'Origin: b'], ['Host: a', 'Origin: b'])).toEqual([
			'kept Host',
			'kept Origin'
		]);
	});

	it.each([
		['another value', ['Host: a'], ['Host: b'], ['rewritten Host']],
		['another case of the name', ['Host: a'], ['host: a'], ['rewritten Host']],
		[
			'a line less',
			['Upgrade: websocket', 'Host: a'],
			['Host: a'],
			['removed Upgrade', 'kept Host']
		],
		['a line more', ['Host: a'], ['Host: a', 'Via: 1.1 p'], ['kept Host', 'added Via']],
		['a line more at the top', ['Host: a'], ['Via: 1.1 p', 'Host: a'], ['added Via', 'kept Host']],
		[
			'another order',
			['Host: a', 'Origin: b'],
			['Origin: b', 'Host: a'],
			['kept Host', 'kept Origin']
		],
		['one of two', ['Via: a', 'Via: b'], ['Via: a'], ['kept Via', 'removed Via']]
	])('tell what an intermediary did: %s', (_name, before, after, expected) => {
		expect(changes(before, after)).toEqual(expected);
	});

	it('say both values of what was rewritten', () => {
		expect(compare(['Host: a'], ['Host: b']).lines[0]).toMatchObject({ before: 'a', after: 'b' });
	});

	it('are for one hop where the list or Connection says so', () => {
		const { lines } = compare(['Connection: Upgrade, X-Own', 'Upgrade: websocket', 'X-Own: 1'], []);
		expect(lines.every(({ isHopByHop }) => isHopByHop)).toBe(true);
		expect(compare(['Sec-WebSocket-Key: k'], []).lines[0]?.isHopByHop).toBe(false);
	});

	it('hide what could be a credential', () => {
		expect(compare(['Cookie: a=b'], []).lines[0]?.isSecret).toBe(true);
		expect(compare([], ['Authorization: Basic x']).lines[0]?.isSecret).toBe(true);
	});
});

it('tells a head that came through byte for byte from one written anew', () => {
	expect(compare(['Host: a'], ['Host: a']).isSame).toBe(true);
	expect(compare(['Host: a'], ['Host:  a'])).toMatchObject({
		isSame: false,
		lines: [{ change: 'kept' }]
	});
});
