/**
 * Where the next connection goes and what it asks for.
 */
import { asksForDeflate, isOwn } from '../session/connection-url.ts';

export class ConnectionSettings {
	/** The endpoint, such as ws://localhost:3000/ws/echo. */
	url = $state('');
	/** Offered in this order; commas between them. */
	subprotocols = $state('');
	/** Whether the server agrees to permessage-deflate where the browser offers it. */
	deflate = $state<'on' | 'off'>('off');

	/** @param origin of the page, such as http://localhost:3000 */
	constructor(origin: string) {
		this.url = `${origin.replace(/^http/, 'ws')}/ws/echo`;
	}

	/** What the constructor takes: the names, also those that it will refuse. */
	get protocols(): readonly string[] {
		if (this.subprotocols.trim() === '') return [];
		return this.subprotocols.split(',').map((name) => name.trim());
	}

	/** The URL with the server-side switches in its query. */
	get target(): string {
		if (this.deflate === 'off') return this.url;
		return `${this.url}${this.url.includes('?') ? '&' : '?'}deflate=on`;
	}

	/** Whether the server may agree to permessage-deflate: by the switch, or as the URL says. */
	get asksForDeflate(): boolean {
		return asksForDeflate(this.target);
	}

	isOwn(pageUrl: URL): boolean {
		return isOwn(this.url, pageUrl);
	}
}
