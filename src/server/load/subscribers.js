/**
 * Synthetic subscribers, as a process of their own: up to 2,000 clients of one transport, on
 * loopback. Plain JavaScript, so that Node runs it from the sources as well as from the build.
 *
 * They read as little as possible of what they get: the server is what is measured. Told by IPC;
 * ends when the server's process does.
 */
import { connectClient } from './subscriber-clients.js';

/** Subscribers that connect at the same time: the server's queue of connections is short. */
const AT_ONCE = 64;
/** ms between two reports. */
const REPORT = 100;

/** @typedef {import('./subscribers-process.ts').SubscribersOrder} SubscribersOrder */
/** @typedef {import('./subscribers-process.ts').SubscribersTold} SubscribersTold */

const counts = { connected: 0, lost: 0, delivered: 0 };

/** @param {SubscribersTold} told */
function tell(told) {
	process.send?.(told, () => undefined);
}

function reportChanges() {
	let last = '';
	setInterval(() => {
		const now = JSON.stringify(counts);
		if (now !== last) tell({ kind: 'count', ...counts });
		last = now;
	}, REPORT);
}

/** @param {Error & { code?: string }} error */
function fail(error) {
	tell({ kind: 'fault', code: error.code ?? '', text: error.message });
}

/** @param {SubscribersOrder} order */
function connectAll(order) {
	let next = 0;
	const connectNext = () => {
		const index = next++;
		const key = order.keys[index];
		if (key === undefined) return;
		let isWaiting = false;
		let hasEnded = false;
		connectClient(order, key, index, {
			waiting() {
				if (isWaiting) return;
				isWaiting = true;
				counts.connected++;
				connectNext();
			},
			delivered(events) {
				counts.delivered += events;
			},
			ended(error) {
				if (hasEnded) return;
				hasEnded = true;
				counts.lost++;
				if (isWaiting) counts.connected--;
				fail(error);
			}
		});
	};
	for (let started = 0; started < AT_ONCE; started++) connectNext();
}

process.on('disconnect', () => process.exit());
process.on('uncaughtException', fail);
process.once('message', (message) => {
	reportChanges();
	connectAll(/** @type {SubscribersOrder} */ (message));
});
tell({ kind: 'ready' });
