/**
 * What a strict server reads in a client's opening handshake.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.1
 */
import { decodeBase64 } from '../base64.ts';
import { deflateElements, offerFaults } from './deflate-negotiation.ts';
import { parseExtensions, type Extension } from './extension.ts';
import {
	check,
	fault,
	faultsAt,
	httpFaults,
	look,
	missing,
	otherHttpFaults,
	repeated,
	valueFault,
	type HandshakeCheck,
	type HandshakeVerdict
} from './handshake-verdict.ts';
import type { HeaderLine, HttpHead, RequestHead } from '../http/http-head.ts';
import { asciiLowerCase, listElements } from '../http/http-token.ts';
import type { HttpViolation } from '../http/http-violation.ts';
import { computeAccept } from './sec-websocket-accept.ts';
import { parseSubprotocols, type Subprotocol } from './subprotocol.ts';

/** §4.3: 0 to 255 without leading zeros. */
const VERSION = /^(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])$/;
/** RFC 6454 §7.1: `null`, or serialized origins between single spaces. */
const ORIGIN = /^(?:null|[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+(?: [a-z][a-z0-9+.-]*:\/\/[^\s/?#]+)*)$/i;
const OWN_CHECKS = ['method-', 'http-version-', 'target-', 'host-'];

/** Whether a keyword is an element of any of the lines, in any case. */
export function hasKeyword(lines: readonly HeaderLine[], keyword: string): boolean {
	return lines.some(({ value }) =>
		listElements(value).some(
			({ start, end }) => asciiLowerCase(value.slice(start, end)) === keyword
		)
	);
}

/** Whether the version is HTTP/1.1 or higher. */
export function isAtLeast11(version: string): boolean {
	const match = /^HTTP\/([0-9])\.([0-9])$/.exec(version);
	return match !== null && Number(match[1]) * 10 + Number(match[2]) >= 11;
}

function checkMethod(head: RequestHead): HandshakeCheck {
	const { method } = head.startLine;
	const own = httpFaults(head, 'method-');
	const isGet = method.text === 'GET' || own.length > 0;
	const faults = isGet ? own : [fault('method-not-get', method.start, method.end)];
	return check('method', faults, { field: 'method' });
}

function checkVersion(head: RequestHead): HandshakeCheck {
	const { version } = head.startLine;
	const own = httpFaults(head, 'http-version-');
	const isHigh = own.length > 0 || isAtLeast11(version.text);
	const faults = isHigh ? own : [fault('http-version-too-low', version.start, version.end)];
	return check('http-version', faults, { field: 'version' });
}

function checkTarget(head: RequestHead): HandshakeCheck {
	const { text, start, end } = head.startLine.target;
	const faults = httpFaults(head, 'target-');
	// §4.1 (3): a path, or an absolute URI of http or https; never of ws or wss.
	const isResource = text.startsWith('/') || /^https?:\/\/[^/?#]/i.test(text);
	if (text !== '' && !isResource) faults.push(fault('target-not-resource', start, end));
	const hash = text.indexOf('#');
	if (hash !== -1) faults.push(fault('target-has-fragment', start + hash, end));
	return check('target', faults, { field: 'target' });
}

function checkHost(head: RequestHead): HandshakeCheck {
	const { first, subject } = look(head, 'host');
	const faults = httpFaults(head, 'host-');
	if (first && /^(?::|$)/.test(first.value)) faults.push(valueFault('host-empty', first));
	return check('host', faults, subject);
}

function checkUpgrade(head: RequestHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'upgrade');
	if (!first) return check('upgrade', [missing('upgrade-missing', head)]);
	const isThere = hasKeyword(lines, 'websocket');
	return check('upgrade', isThere ? [] : [valueFault('upgrade-not-websocket', first)], subject);
}

function checkConnection(head: RequestHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'connection');
	if (!first) return check('connection', [missing('connection-missing', head)]);
	const isThere = hasKeyword(lines, 'upgrade');
	const faults = isThere ? [] : [valueFault('connection-without-upgrade', first)];
	return check('connection', faults, subject);
}

function keyFaults(header: HeaderLine): HttpViolation[] {
	const decoding = decodeBase64(header.value);
	if (decoding.isValid) {
		return decoding.bytes.length === 16 ? [] : [valueFault('key-not-16-bytes', header)];
	}
	const start = header.valueStart + decoding.index;
	if (decoding.fault !== 'bad-character') return [valueFault('key-not-base64', header)];
	return [fault('key-not-base64', start, start + 1)];
}

function checkKey(head: RequestHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'sec-websocket-key');
	if (!first) return check('key', [missing('key-missing', head)]);
	return check('key', [...keyFaults(first), ...repeated('key-duplicated', lines)], subject);
}

function checkWebSocketVersion(head: RequestHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'sec-websocket-version');
	if (!first) return check('version', [missing('version-missing', head)]);
	const faults = repeated('version-duplicated', lines);
	if (!VERSION.test(first.value)) faults.unshift(valueFault('version-malformed', first));
	else if (first.value !== '13') faults.unshift(valueFault('version-unsupported', first));
	return check('version', faults, subject);
}

function checkOrigin(head: RequestHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'origin');
	if (!first) return check('origin', [], { outcome: 'absent' });
	const faults = repeated('origin-duplicated', lines);
	if (!ORIGIN.test(first.value)) faults.unshift(valueFault('origin-malformed', first));
	return check('origin', faults, subject);
}

/** All lines of a header count as one list (§11.3.4). */
function readSubprotocols(head: RequestHead) {
	const { lines, first, subject } = look(head, 'sec-websocket-protocol');
	const subprotocols: Subprotocol[] = [];
	const faults: HttpViolation[] = [];
	for (const line of lines) {
		const list = parseSubprotocols(line.value, line.valueStart, subprotocols);
		subprotocols.push(...list.subprotocols);
		const empty = line.value === '' ? [valueFault('subprotocol-empty', line)] : null;
		faults.push(...(empty ?? faultsAt(list.faults)));
	}
	const result = check('subprotocols', faults, first ? subject : { outcome: 'absent' });
	return { protocols: subprotocols.map(({ name }) => name), result };
}

/** The elements of all lines of Sec-WebSocket-Extensions, and the faults of their grammar. */
export function readExtensions(lines: readonly HeaderLine[]) {
	const extensions: Extension[] = [];
	const faults: HttpViolation[] = [];
	for (const line of lines) {
		const list = parseExtensions(line.value, line.valueStart);
		extensions.push(...list.extensions);
		const empty = line.value === '' ? [valueFault('extension-list-empty', line)] : null;
		faults.push(...(empty ?? faultsAt(list.faults)));
	}
	return { extensions, faults };
}

function checkExtensions(head: RequestHead) {
	const { lines, first, subject } = look(head, 'sec-websocket-extensions');
	const { extensions, faults } = readExtensions(lines);
	const offers = deflateElements(extensions).flatMap(offerFaults);
	const all = [...faults, ...faultsAt(offers)];
	const result = check('extensions', all, first ? subject : { outcome: 'absent' });
	return { extensions, result };
}

/**
 * Judges a request as §4.2.1 asks of a server.
 * @throws TypeError when the head is a response
 */
export function checkRequest(head: HttpHead): HandshakeVerdict {
	if (head.kind !== 'request') throw new TypeError('head: not a request');
	const { protocols, result: subprotocols } = readSubprotocols(head);
	const { extensions, result: extensionCheck } = checkExtensions(head);
	const checks = [
		check('request-valid', otherHttpFaults(head, ...OWN_CHECKS)),
		checkMethod(head),
		checkVersion(head),
		checkTarget(head),
		checkHost(head),
		checkUpgrade(head),
		checkConnection(head),
		checkKey(head),
		checkWebSocketVersion(head),
		checkOrigin(head),
		subprotocols,
		extensionCheck
	];
	const violations = checks.flatMap((each) => each.violations);
	const key = look(head, 'sec-websocket-key').first?.value ?? null;
	return {
		kind: 'request',
		isAccepted: head.isComplete && checks.every(({ passed }) => passed),
		checks,
		violations,
		statusDue: violations.find(({ isFatal }) => isFatal)?.status ?? null,
		key,
		expectedAccept: key === null ? null : computeAccept(key),
		protocols,
		protocol: null,
		extensions,
		deflate: null
	};
}
