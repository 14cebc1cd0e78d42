/**
 * How a raw client reaches our own peers: straight, through a proxy, or through TLS. Whatever the
 * way, it ends at the same peers.
 */

/**
 * What the proxy on the way does with an upgrade (RFC 9110 §7.6.1, §7.8): hands it on; treats it as
 * any request, without the hop-by-hop headers; hands it on and cuts what is idle; or is a forward
 * proxy that is asked for a tunnel (§9.3.6).
 */
export const PROXY_MODES = ['passes-upgrade', 'drops-upgrade', 'cuts-idle', 'connect'] as const;
export type ProxyMode = (typeof PROXY_MODES)[number];

export type Way =
	| { readonly kind: 'direct' }
	| {
			readonly kind: 'proxy';
			readonly mode: ProxyMode;
			/** Milliseconds of silence after which `cuts-idle` ends both connections. */
			readonly idle: number;
	  }
	| { readonly kind: 'tls' };

export const DIRECT: Way = { kind: 'direct' };
/** Milliseconds of silence that a proxy may be told to allow. */
export const IDLE_BOUNDS = { least: 200, most: 10_000 } as const;
