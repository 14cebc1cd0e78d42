/** What presets and headers are filled with that only the page knows. */
export interface EditorContext {
	/** Host and port of the peer, as Host names it. */
	readonly host: string;
	readonly origin: string;
	readonly userAgent: string;
	/** As Accept-Language says it. */
	readonly language: string;
	/** Sixteen fresh bytes in base64. */
	newKey(): string;
}
