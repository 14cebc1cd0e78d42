/**
 * Browsers whose consoles and network panels are read from outside: Chromium through the DevTools
 * protocol, Firefox through WebDriver BiDi.
 */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from './ensure-browser.js';

/**
 * @typedef {import('../src/lib/handshakes/prints/browser-print.ts').PrintedLine} PrintedLine
 *
 * @typedef {object} Watched
 * @property {import('../src/lib/handshakes/prints/browser-print.ts').BrowserPrints['browser']} browser
 * @property {(url: string) => Promise<unknown>} open
 * @property {(expression: string) => Promise<unknown>} evaluate
 * @property {() => void} forget what was printed so far
 * @property {(url: string) => { lines: PrintedLine[], panel: { status: number | null, error: string | null } | null }} printed
 *   about a WebSocket's URL
 * @property {() => Promise<void>} close
 */

/** Runs before the page's own script: what each WebSocket told its listeners. */
const LISTEN = `{
	globalThis.toldTo = [];
	const told = globalThis.toldTo;
	globalThis.WebSocket = class extends WebSocket {
		constructor(url, ...rest) {
			super(url, ...rest);
			const events = [];
			told.push({ url: this.url, events });
			this.addEventListener('open', () =>
				events.push({ name: 'open', protocol: this.protocol, extensions: this.extensions }));
			this.addEventListener('message', ({ data }) =>
				events.push({ name: 'message', size: data.length ?? data.size ?? data.byteLength }));
			this.addEventListener('error', () => events.push({ name: 'error' }));
			this.addEventListener('close', ({ code, reason, wasClean }) =>
				events.push({ name: 'close', code, reason, wasClean }));
		}
	};
}`;

/**
 * Lines about this URL, and those that name none; an earlier connection may still be printed about.
 *
 * @param {readonly PrintedLine[]} lines
 * @param {string} url
 */
function linesAbout(lines, url) {
	return lines.filter(({ text }) => text.includes(url) || !/wss?:\/\//.test(text));
}

/** @param {string} level @returns {PrintedLine['level']} */
function levelOf(level) {
	if (level === 'error') return 'error';
	if (level === 'warning' || level === 'warn') return 'warning';
	return level === 'debug' || level === 'verbose' ? 'debug' : 'info';
}

/** @returns {Promise<Watched>} */
export async function launchChromium() {
	const browser = await chromium.launch({
		executablePath: ensureBrowser().path,
		args: ['--disable-background-networking', '--disable-component-update']
	});
	const page = await browser.newPage();
	await page.addInitScript(LISTEN);
	const protocol = await page.context().newCDPSession(page);
	/** @type {PrintedLine[]} */
	let lines = [];
	/** @type {Map<string, { url: string, status: number | null, error: string | null }>} */
	const sockets = new Map();
	protocol.on('Log.entryAdded', ({ entry }) =>
		lines.push({ level: levelOf(entry.level), text: entry.text })
	);
	protocol.on('Runtime.consoleAPICalled', ({ type, args }) =>
		lines.push({ level: levelOf(type), text: args.map(({ value }) => String(value)).join(' ') })
	);
	protocol.on('Network.webSocketCreated', ({ requestId, url }) =>
		sockets.set(requestId, { url, status: null, error: null })
	);
	protocol.on('Network.webSocketHandshakeResponseReceived', ({ requestId, response }) => {
		const socket = sockets.get(requestId);
		if (socket) socket.status = response.status;
	});
	protocol.on('Network.webSocketFrameError', ({ requestId, errorMessage }) => {
		const socket = sockets.get(requestId);
		if (socket) socket.error ??= errorMessage;
	});
	await protocol.send('Log.enable');
	await protocol.send('Runtime.enable');
	await protocol.send('Network.enable');
	const userAgent = String(await page.evaluate('navigator.userAgent'));
	return {
		browser: { family: 'chromium', version: browser.version(), userAgent },
		open: (url) => page.goto(url),
		evaluate: (expression) => page.evaluate(expression),
		forget() {
			lines = [];
			sockets.clear();
		},
		printed(url) {
			const socket = [...sockets.values()].find((each) => each.url === url);
			return {
				lines: linesAbout(lines, url),
				panel: socket ? { status: socket.status, error: socket.error } : null
			};
		},
		close: () => browser.close()
	};
}

/** @returns {Promise<Watched>} */
export async function launchFirefox() {
	const path = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
	if (!existsSync(path)) throw new Error(`no Firefox at ${path}: set FIREFOX_PATH`);
	const browser = await puppeteer.launch({
		browser: 'firefox',
		executablePath: path,
		headless: true,
		// After a failure Firefox delays the next connection to the same host, for up to a minute.
		extraPrefsFirefox: { 'network.websocket.delay-failed-reconnects': false }
	});
	const page = await browser.newPage();
	await page.evaluateOnNewDocument(LISTEN);
	/** @type {PrintedLine[]} */
	let lines = [];
	page.on('console', (message) =>
		lines.push({ level: levelOf(message.type()), text: message.text() })
	);
	page.on('pageerror', (error) =>
		lines.push({ level: 'error', text: error instanceof Error ? error.message : String(error) })
	);
	const userAgent = String(await page.evaluate('navigator.userAgent'));
	const version = (await browser.version()).replace(/^\D+/, '');
	return {
		browser: { family: 'firefox', version, userAgent },
		open: (url) => page.goto(url),
		evaluate: (expression) => page.evaluate(expression),
		forget: () => (lines = []),
		printed: (url) => ({ lines: linesAbout(lines, url), panel: null }),
		close: () => browser.close()
	};
}
