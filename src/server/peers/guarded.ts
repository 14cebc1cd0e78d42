/**
 * `/ws/guarded`, for raw clients only: the echo behind a guard, so that a refusal for who is asking
 * can be seen as `ws` itself writes it: 403 for the page of another host (RFC 6455 §10.2), 401
 * without the token (RFC 6750 §3). The token guards nothing and is no secret.
 */
import type { IncomingMessage } from 'node:http';
import type { VerifyClientCallbackAsync } from 'ws';
import { EchoPeer, type EchoOptions } from './echo.ts';

export const GUARDED_PATH = '/ws/guarded';

const AUTHORIZATION = /^bearer +wire101 *$/i;

export function createGuardedEcho(options: EchoOptions): EchoPeer {
	return new EchoPeer(options, admit);
}

/** Whose page it is comes first: no other host's is asked for a token. */
const admit: VerifyClientCallbackAsync = ({ origin, req }, decide) => {
	if (!isOfThisHost(origin, req)) {
		return decide(false, 403, 'The page of another host may not connect.');
	}
	if (AUTHORIZATION.test(req.headers.authorization ?? '')) return decide(true);
	decide(false, 401, 'Send the header Authorization: Bearer wire101', {
		'WWW-Authenticate': 'Bearer realm="wire101"'
	});
};

/** Without an Origin it is no browser's: there is no page that could be another's. */
function isOfThisHost(origin: string | undefined, { headers }: IncomingMessage): boolean {
	if (origin === undefined) return true;
	return URL.canParse(origin) && new URL(origin).host === headers.host?.toLowerCase();
}
