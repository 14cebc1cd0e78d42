/** Whether a request is one of Engine.IO, which carries Socket.IO: both have words of their own. */
import type { HttpHead } from '#lib/protocol/http/http-head.ts';

/** Engine.IO names its version in the query of each of its requests. */
export function isEngineIo(request: HttpHead | null): boolean {
	return request?.kind === 'request' && /[?&]EIO=\d/.test(request.target);
}
