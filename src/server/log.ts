/** Logs: what happened to connections and sessions, never what they carried. */
import { pino, type Logger } from 'pino';

export type { Logger };

/** Writes JSON lines to standard error, so that standard output keeps the address to open. */
export function createLog(level: string): Logger {
	return pino({ level, base: null, redact: ['req', 'headers', 'url'] }, pino.destination(2));
}
