/** What can be read from the URL of a connection before it is opened. */

/**
 * Whether the lab can observe the target: only the page's own server records. A URL that cannot
 * be read counts as its own, since the browser's words about it are worth seeing.
 */
export function isOwn(url: string, pageUrl: URL): boolean {
	if (!URL.canParse(url, pageUrl)) return true;
	const { host, protocol } = new URL(url, pageUrl);
	return host === pageUrl.host && /^(ws|http)s?:$/.test(protocol);
}

/** Whether the lab's echo server will agree to permessage-deflate. */
export function asksForDeflate(url: string): boolean {
	return URL.canParse(url) && new URL(url).searchParams.get('deflate') === 'on';
}

/** Where the student is the server, on the same host as the lab channel. */
export function rawServerUrl(channelUrl: string): string {
	return new URL('/ws/raw', channelUrl).href;
}

/** The lab channel of the server that the page came from. */
export function channelUrl({ origin }: URL): string {
	return `${origin.replace(/^http/, 'ws')}/lab/channel`;
}
