/**
 * Single-use tickets: they stand in the URL of an observed connection in place of the session's
 * token, work once, and only for a short time.
 */
import { SecretMap } from './secret-map.ts';

interface Ticket<Value> {
	readonly value: Value;
	readonly timer: NodeJS.Timeout;
}

export class TicketBook<Value> {
	readonly #tickets = new SecretMap<Ticket<Value>>();
	readonly #life: number;

	/** Life of a ticket in milliseconds. */
	constructor(life: number) {
		this.#life = life;
	}

	/** Tickets that can still be used. */
	get size(): number {
		return this.#tickets.size;
	}

	/** Makes a ticket; `onExpire` is told when nobody has used it in time. */
	issue(value: Value, onExpire: () => void): string {
		const timer = setTimeout(() => {
			this.#tickets.delete(ticket);
			onExpire();
		}, this.#life);
		timer.unref();
		const ticket = this.#tickets.add({ value, timer });
		return ticket;
	}

	/** Uses a ticket up; null for one that is unknown, used, cancelled or expired. */
	redeem(ticket: string): Value | null {
		const found = this.#tickets.get(ticket);
		if (found === null) return null;
		this.cancel(ticket);
		return found.value;
	}

	cancel(ticket: string): void {
		clearTimeout(this.#tickets.get(ticket)?.timer);
		this.#tickets.delete(ticket);
	}
}
