/** Crowds of TCP connections, and what they leave behind in this process. */
import { readdir, readlink } from 'node:fs/promises';
import { openRaw, type RawClient } from './raw-client.ts';

/** The kernel's queue of connections that wait to be accepted is short. */
const AT_ONCE = 128;

/** Each of them is connected. */
export async function openMany(port: number, count: number): Promise<RawClient[]> {
	const clients: RawClient[] = [];
	while (clients.length < count) {
		const next = Math.min(AT_ONCE, count - clients.length);
		clients.push(...(await Promise.all(Array.from({ length: next }, () => openRaw(port)))));
	}
	return clients;
}

/**
 * Descriptors of sockets in this process but those that listen (the listener of TLS comes when it
 * is ready); NaN where the system does not say.
 */
export async function openSockets(): Promise<number> {
	const files = await readdir('/proc/self/fd').catch(() => null);
	if (files === null) return NaN;
	const links = await Promise.all(
		files.map((file) => readlink(`/proc/self/fd/${file}`).catch(() => ''))
	);
	const listening = process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap');
	return links.filter((link) => link.startsWith('socket:')).length - listening.length;
}
