/** One synthetic client for each transport: it connects, counts events, and says when it cannot. */
import { Agent, get } from 'node:http';
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/** @typedef {import('./subscribers-process.ts').SubscribersOrder} SubscribersOrder */

/**
 * @typedef {object} Teller
 * @property {() => void} waiting it has what it needs to be told of events
 * @property {(events: number) => void} delivered
 * @property {(error: Error) => void} ended it cannot go on
 */

/** @typedef {(order: SubscribersOrder, key: string, teller: Teller, index: number) => void} Connect */

/** @type {Readonly<Record<string, Connect>>} */
const CLIENTS = {
	'short-polling': pollShort,
	'long-polling': pollLong,
	'server-sent-events': readEvents,
	websocket: openWebSocket,
	'socket-io': openSocketIo
};

/**
 * @param {SubscribersOrder} order
 * @param {string} key
 * @param {number} index of this client, from 0
 * @param {Teller} teller
 */
export function connectClient(order, key, index, teller) {
	const connect = CLIENTS[order.transport];
	if (!connect) throw new TypeError(`transport ${order.transport} is unknown`);
	connect(order, key, teller, index);
}

/**
 * Asks once over the client's own connection; gives the answer's text.
 * @param {SubscribersOrder} order
 * @param {Agent} agent
 * @param {Record<string, string>} query
 * @param {(text: string) => void} done
 * @param {(error: Error) => void} fail
 */
function ask(order, agent, query, done, fail) {
	const path = `${order.path}?${new URLSearchParams(query)}`;
	const request = get({ port: order.port, host: '127.0.0.1', path, agent }, (response) => {
		let text = '';
		response.setEncoding('utf8');
		response.on('data', (/** @type {string} */ part) => (text += part));
		response.on('error', fail);
		response.on('end', () => {
			if (response.statusCode === 200) done(text);
			else fail(new Error(`${response.statusCode} ${text}`));
		});
	});
	request.on('error', fail);
	return request;
}

/** Browsers on other machines share no connections: one for each client, kept alive. */
function ownAgent() {
	return new Agent({ keepAlive: true, maxSockets: 1 });
}

/** @type {Connect} */
function pollShort(order, key, teller, index) {
	const agent = ownAgent();
	let after = 0;
	const poll = (/** @type {number} */ pause) => {
		const query = { [order.query.lane]: key, [order.query.after]: String(after) };
		const done = (/** @type {string} */ text) => {
			after = count(text, teller);
			teller.waiting();
			setTimeout(poll, pause, order.interval);
		};
		ask(order, agent, query, done, teller.ended);
	};
	// Not all at once: questions of many clients come spread over the interval, from the first one on.
	poll((order.interval * index) / order.keys.length);
}

/** @type {Connect} */
function pollLong(order, key, teller) {
	const agent = ownAgent();
	let after = 0;
	const poll = () => {
		const query = {
			[order.query.lane]: key,
			[order.query.after]: String(after),
			[order.query.hold]: String(order.hold)
		};
		const done = (/** @type {string} */ text) => {
			after = count(text, teller);
			poll();
		};
		const request = ask(order, agent, query, done, teller.ended);
		request.once('finish', teller.waiting);
	};
	poll();
}

/**
 * @param {string} text body of a poll's answer
 * @param {Teller} teller
 * @returns {number} the cursor of the next question
 */
function count(text, teller) {
	const body = JSON.parse(text);
	if (body.events.length > 0) teller.delivered(body.events.length);
	return body.last;
}

/** @type {Connect} */
function readEvents(order, key, teller) {
	const path = `${order.path}?${new URLSearchParams({ [order.query.lane]: key })}`;
	const headers = { Accept: 'text/event-stream' };
	const options = { port: order.port, host: '127.0.0.1', path, headers, agent: false };
	const request = get(options, (response) => {
		if (response.statusCode !== 200) return teller.ended(new Error(`${response.statusCode}`));
		teller.waiting();
		let rest = '';
		response.setEncoding('utf8');
		response.on('data', (/** @type {string} */ part) => {
			const blocks = (rest + part).split('\n\n');
			rest = blocks.pop() ?? '';
			const events = blocks.filter((block) => block.includes('data:') && block.includes('id:'));
			if (events.length > 0) teller.delivered(events.length);
		});
		response.on('error', teller.ended);
		response.on('end', () => teller.ended(new Error('the stream has ended')));
	});
	request.on('error', teller.ended);
}

/** @type {Connect} */
function openWebSocket(order, key, teller) {
	const query = new URLSearchParams({ [order.query.lane]: key });
	const url = `ws://127.0.0.1:${order.port}${order.path}?${query}`;
	const webSocket = new WebSocket(url, { perMessageDeflate: false });
	webSocket.on('open', teller.waiting);
	webSocket.on('message', () => teller.delivered(1));
	webSocket.on('error', teller.ended);
	webSocket.on('close', (code) => teller.ended(new Error(`closed with ${code}`)));
}

/** @type {Connect} */
function openSocketIo(order, key, teller) {
	const socket = io(`http://127.0.0.1:${order.port}`, {
		path: order.path,
		query: { [order.query.lane]: key },
		auth: { after: 0 },
		transports: ['polling', 'websocket'],
		forceNew: true,
		reconnection: false
	});
	// It waits where it stays: on the WebSocket to which it has gone over.
	socket.on('connect', () => {
		const { engine } = socket.io;
		if (engine.transport.name === 'websocket') teller.waiting();
		else engine.once('upgrade', teller.waiting).once('upgradeError', teller.ended);
	});
	socket.on('event', () => teller.delivered(1));
	socket.on('connect_error', teller.ended);
	socket.on('disconnect', (reason) => teller.ended(new Error(reason)));
}
