/**
 * What a strict client reads in a server's opening handshake.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.1
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2
 */
import { checkRequest, hasKeyword, isAtLeast11, readExtensions } from './check-request.ts';
import {
	acceptedDeflate,
	deflateElements,
	PERMESSAGE_DEFLATE,
	responseFaults
} from './deflate-negotiation.ts';
import type { Extension } from './extension.ts';
import { RESPONSE_CHECKS, type ResponseCheckId } from './handshake-rules.ts';
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
import type { HttpHead, ResponseHead } from '../http/http-head.ts';
import { asciiLowerCase, isToken } from '../http/http-token.ts';
import type { HttpViolation } from '../http/http-violation.ts';

/** A 1xx that announces more: the final response is still to come (RFC 9110 §15.2). */
function isInterim({ status }: ResponseHead): boolean {
	return status !== null && status >= 100 && status < 200 && status !== 101;
}

function checkStatus(head: ResponseHead): HandshakeCheck {
	const { status } = head.startLine;
	const own = httpFaults(head, 'status-');
	if (isInterim(head)) return check('status', own, { field: 'status', outcome: 'skipped' });
	const isSwitching = head.status === 101 || own.length > 0;
	const faults = isSwitching ? own : [fault('status-not-101', status.start, status.end)];
	return check('status', faults, { field: 'status' });
}

function checkHttpVersion(head: ResponseHead): HandshakeCheck {
	const { version } = head.startLine;
	const own = httpFaults(head, 'http-version-');
	const isHigh = own.length > 0 || isAtLeast11(version.text);
	const low = () => fault('response-http-version-too-low', version.start, version.end);
	return check('response-http-version', isHigh ? own : [low()], { field: 'version' });
}

function checkUpgrade(head: ResponseHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'upgrade');
	if (!first) return check('response-upgrade', [missing('response-upgrade-missing', head)]);
	// Unlike in a request the value has to be the keyword alone (§4.1, validation step 2).
	const wrong = lines.find(({ value }, i) => i > 0 || asciiLowerCase(value) !== 'websocket');
	const faults = wrong ? [valueFault('response-upgrade-not-websocket', wrong)] : [];
	return check('response-upgrade', faults, subject);
}

function checkConnection(head: ResponseHead): HandshakeCheck {
	const { lines, first, subject } = look(head, 'connection');
	if (!first) return check('response-connection', [missing('response-connection-missing', head)]);
	const isThere = hasKeyword(lines, 'upgrade');
	const faults = isThere ? [] : [valueFault('response-connection-without-upgrade', first)];
	return check('response-connection', faults, subject);
}

/** `expected`: null where the key is not known, so that nothing can be compared. */
function checkAccept(head: ResponseHead, expected: string | null): HandshakeCheck {
	const { lines, first, subject } = look(head, 'sec-websocket-accept');
	if (!first) return check('accept', [missing('accept-missing', head)]);
	const faults = repeated('accept-duplicated', lines);
	if (expected === null) return check('accept', faults, { ...subject, outcome: 'skipped' });
	if (first.value !== expected) faults.unshift(valueFault('accept-mismatch', first));
	return check('accept', faults, subject);
}

/** `offered`: null where the request is not known. */
function checkExtensions(head: ResponseHead, offered: readonly Extension[] | null) {
	const { lines, first, subject } = look(head, 'sec-websocket-extensions');
	const { extensions, faults } = readExtensions(lines);
	faults.push(...repeated('extensions-header-duplicated', lines));
	const accepted = deflateElements(extensions);
	for (const { start, end } of accepted.slice(1))
		faults.push(fault('deflate-accepted-twice', start, end));
	if (offered) faults.push(...extensionMismatches(extensions, offered));
	const outcome = first ? (offered ? undefined : 'skipped') : 'absent';
	return { extensions, result: check('accepted-extensions', faults, { ...subject, outcome }) };
}

function extensionMismatches(
	extensions: readonly Extension[],
	offered: readonly Extension[]
): HttpViolation[] {
	const names = new Set(offered.map(({ name }) => name));
	const faults = extensions
		.filter(({ name }) => !names.has(name))
		.map(({ start, end }) => fault('extension-not-offered', start, end));
	// A second one is a fault of its own, whatever its parameters.
	const [accepted] = deflateElements(extensions);
	if (!accepted || !names.has(PERMESSAGE_DEFLATE)) return faults;
	return [...faults, ...faultsAt(responseFaults(accepted, offered))];
}

/** `offered`: null where the request is not known. */
function checkSubprotocol(head: ResponseHead, offered: readonly string[] | null): HandshakeCheck {
	const { lines, first, subject } = look(head, 'sec-websocket-protocol');
	if (!first) return check('chosen-subprotocol', [], { outcome: 'absent' });
	const faults = repeated('subprotocol-header-duplicated', lines);
	if (!isToken(first.value)) faults.unshift(valueFault('chosen-subprotocol-not-token', first));
	else if (offered && !offered.includes(first.value)) {
		faults.unshift(valueFault('subprotocol-not-offered', first));
	}
	return check('chosen-subprotocol', faults, {
		...subject,
		outcome: offered ? undefined : 'skipped'
	});
}

/** §4.4: a refusal over the version names those that the server speaks. */
function checkSupportedVersions(
	head: ResponseHead,
	request: HandshakeVerdict | null
): HandshakeCheck {
	const { first, subject } = look(head, 'sec-websocket-version');
	const [reason, ...others] = request?.violations.filter(({ isFatal }) => isFatal) ?? [];
	const isDue =
		head.status !== 101 &&
		!isInterim(head) &&
		reason?.code === 'version-unsupported' &&
		others.length === 0;
	if (first) return check('supported-versions', [], subject);
	const faults = isDue ? [missing('supported-versions-missing', head)] : [];
	return check('supported-versions', faults, { outcome: 'absent' });
}

/** After any other status the answer is plain HTTP (§4.1, validation step 1). */
function refusalChecks(head: ResponseHead, request: HandshakeVerdict | null): HandshakeCheck[] {
	const made = [validity(head), checkStatus(head), checkSupportedVersions(head, request)];
	const ids = Object.keys(RESPONSE_CHECKS) as ResponseCheckId[];
	return ids.map(
		(id) => made.find((each) => each.id === id) ?? check(id, [], { outcome: 'skipped' })
	);
}

function validity(head: ResponseHead): HandshakeCheck {
	const faults = otherHttpFaults(head, 'status-', 'http-version-');
	return check('response-valid', [...faults, ...announcedContent(head)]);
}

function announcedContent(head: ResponseHead): HttpViolation[] {
	if (head.status !== 101) return [];
	return ['content-length', 'transfer-encoding'].flatMap((name) =>
		look(head, name).lines.map(({ nameStart, valueEnd }) =>
			fault('content-in-101', nameStart, valueEnd)
		)
	);
}

/**
 * Judges a response as §4.1 asks of a client.
 * @param request the request it answers, null where that was not seen
 * @throws TypeError when the heads are not a response and a request
 */
export function checkResponse(head: HttpHead, request: HttpHead | null): HandshakeVerdict {
	if (head.kind !== 'response') throw new TypeError('head: not a response');
	const asked = request && checkRequest(request);
	const { extensions, result } = checkExtensions(head, asked?.extensions ?? null);
	const isSwitching = head.status === 101;
	const checks = isSwitching
		? [
				validity(head),
				checkStatus(head),
				checkHttpVersion(head),
				checkUpgrade(head),
				checkConnection(head),
				checkAccept(head, asked?.expectedAccept ?? null),
				result,
				checkSubprotocol(head, asked?.protocols ?? null),
				checkSupportedVersions(head, asked)
			]
		: refusalChecks(head, asked);
	const inUse = isSwitching ? extensions : [];
	return {
		kind: 'response',
		isAccepted: isSwitching && head.isComplete && checks.every(({ passed }) => passed),
		checks,
		violations: checks.flatMap(({ violations }) => violations),
		statusDue: null,
		key: asked?.key ?? null,
		expectedAccept: asked?.expectedAccept ?? null,
		protocols: asked?.protocols ?? [],
		protocol: isSwitching ? (look(head, 'sec-websocket-protocol').first?.value ?? null) : null,
		extensions: inUse,
		deflate: asked ? acceptedDeflate(inUse, asked.extensions) : null
	};
}
