import { expect, it } from 'vitest';
import { EventLog } from '../streams/event-log.ts';
import { Audience, forEachMember, type Seated } from './audience.ts';

interface Listener extends Seated {
	readonly name: string;
}

const listener = (name: string): Listener => ({ name, seat: -1 });

it('tells those of one log, with one listener on it', () => {
	const told: string[] = [];
	const audience = new Audience<Listener>((event, members) =>
		forEachMember(members, ({ name }) => told.push(`${name}${event.id}`))
	);
	const [log, other] = [new EventLog(), new EventLog()];
	for (const name of ['a', 'b']) audience.join(log, listener(name));
	audience.join(other, listener('c'));
	log.append('x');
	expect([told, log.listeners]).toEqual([['b1', 'a1'], 1]);
});

it.each([0, 1, 2])('tells everybody once, also where member %i leaves meanwhile', (leaving) => {
	const told: string[] = [];
	const log = new EventLog();
	const members = ['a', 'b', 'c'].map(listener);
	const audience = new Audience<Listener>((_event, all) =>
		forEachMember(all, (member) => {
			told.push(member.name);
			if (member === members[leaving]) audience.leave(log, member);
		})
	);
	for (const member of members) audience.join(log, member);
	log.append('x');
	expect(told.sort()).toEqual(['a', 'b', 'c']);
	log.append('y');
	expect(told).toHaveLength(5);
});

it('does not mind who leaves twice', () => {
	const audience = new Audience<Listener>(() => undefined);
	const log = new EventLog();
	const [first, second] = [listener('a'), listener('b')];
	audience.join(log, first);
	audience.join(log, second);
	audience.leave(log, first);
	audience.leave(log, first);
	expect([first.seat, second.seat]).toEqual([-1, 0]);
});
