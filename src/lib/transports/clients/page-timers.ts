import type { ClientTimers } from './event-client.ts';

/** The browser's clock and timers. */
export const pageTimers: ClientTimers = {
	now: () => performance.now(),
	after(ms, call) {
		const timer = setTimeout(call, ms);
		return () => clearTimeout(timer);
	}
};
