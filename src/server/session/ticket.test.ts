import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SecretMap } from './secret-map.ts';
import { TicketBook } from './ticket.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('has 128 bits, no two alike', () => {
	const secrets = new SecretMap<number>();
	const all = Array.from({ length: 1000 }, (_, index) => secrets.add(index));
	expect(new Set(all).size).toBe(1000);
	expect(all.every((secret) => Buffer.from(secret, 'base64url').length === 16)).toBe(true);
});

it('is used once', () => {
	const book = new TicketBook<string>(1000);
	const ticket = book.issue('seat', () => undefined);
	expect(book.redeem(ticket)).toBe('seat');
	expect(book.redeem(ticket)).toBeNull();
});

it('expires, and says so', () => {
	const book = new TicketBook<string>(1000);
	const onExpire = vi.fn();
	const ticket = book.issue('seat', onExpire);
	vi.advanceTimersByTime(1000);
	expect(onExpire).toHaveBeenCalledOnce();
	expect(book.redeem(ticket)).toBeNull();
	expect(book.size).toBe(0);
});

it('does not expire once it has been used', () => {
	const book = new TicketBook<string>(1000);
	const onExpire = vi.fn();
	book.redeem(book.issue('seat', onExpire));
	vi.advanceTimersByTime(5000);
	expect(onExpire).not.toHaveBeenCalled();
});

it.each(['', 'AAAAAAAAAAAAAAAAAAAAAA', 'x'.repeat(10_000), '../../etc'])(
	'is not guessed: %.30s',
	(guess) => {
		const book = new TicketBook<string>(1000);
		book.issue('seat', () => undefined);
		expect(book.redeem(guess)).toBeNull();
	}
);
