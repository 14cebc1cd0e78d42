/** The target of a request: origin-form or absolute-form (RFC 9112 §3.2). */
export interface RequestTarget {
	readonly path: string;
	readonly query: URLSearchParams;
	/** Host with port of an absolute-form target, which then counts instead of the Host header. */
	readonly host: string | null;
}

/** Null for forms that name no path here (`*`, an authority) and for what is no URL. */
export function parseTarget(target: string | undefined): RequestTarget | null {
	if (!target) return null;
	if (target.startsWith('/')) return split(target);
	if (!/^(https?|wss?):\/\//i.test(target) || !URL.canParse(target)) return null;
	const url = new URL(target);
	return { path: url.pathname, query: url.searchParams, host: url.host };
}

function split(target: string): RequestTarget {
	const at = target.indexOf('?');
	if (at < 0) return { path: target, query: new URLSearchParams(), host: null };
	const query = new URLSearchParams(target.slice(at + 1));
	return { path: target.slice(0, at), query, host: null };
}

/** Paths of the lab server; everything else belongs to the pages. */
export function isLabPath(path: string): boolean {
	return /^\/(ws|lab)(\/|$)/.test(path) || path === '/healthz' || path === '/metrics';
}
