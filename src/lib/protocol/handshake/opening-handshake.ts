/**
 * The opening handshake: what a strict server makes of the request, and a strict client of the
 * response.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4
 */
export { checkRequest } from './check-request.ts';
export { checkResponse } from './check-response.ts';
export type { HandshakeVerdict } from './handshake-verdict.ts';
