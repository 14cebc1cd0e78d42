/** How many more files this process may open: each TCP connection is one. */
import { readdir, readFile } from 'node:fs/promises';

/** Sockets of pages, logs and the like that may still be opened meanwhile. */
const RESERVE = 128;

/** Null where the system does not say (elsewhere than on Linux). */
export async function filesLeft(): Promise<number | null> {
	try {
		const limits = await readFile('/proc/self/limits', 'utf8');
		const soft = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1];
		if (soft === undefined || soft === 'unlimited') return null;
		const open = await readdir('/proc/self/fd');
		return Math.max(0, Number(soft) - open.length - RESERVE);
	} catch {
		return null;
	}
}

export function tooFewFiles(left: number, subscribers: number): string {
	return `${subscribers} clients need as many open files, and this process may open ${left} more. Take fewer, or start the server after \`ulimit -n 8192\`.`;
}
