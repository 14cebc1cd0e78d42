/**
 * Grammar of Sec-WebSocket-Extensions.
 *
 * §9.1 cites the lists of RFC 2616 §2.1: whitespace may stand between any two words, and empty
 * elements do not count.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-9.1
 */
import type { HandshakeFault, HandshakeRuleCode } from './handshake-rules.ts';
import { isToken, trimSpan, type Span } from '../http/http-token.ts';

/** Positions are those of the text, shifted by the offset given to `parseExtensions`. */
export interface ExtensionParameter extends Span {
	readonly name: string;
	/** Without quotes; null for a parameter without a value. */
	readonly value: string | null;
}

/** One element of the list: an offer in a request, an extension in use in a response. */
export interface Extension extends Span {
	readonly name: string;
	readonly parameters: readonly ExtensionParameter[];
}

export interface ExtensionList {
	/** In order of preference, fallbacks included; what could be read of faulty ones too. */
	readonly extensions: readonly Extension[];
	readonly faults: readonly HandshakeFault[];
}

/** The text being read, and where its faults go. */
interface Source {
	readonly text: string;
	report(code: HandshakeRuleCode, span: Span): void;
	/** A span of the text as a span of the head. */
	place(span: Span): Span;
}

/** Parts between separators that stand outside quoted strings. */
function split(text: string, { start, end }: Span, separator: ',' | ';' | '='): Span[] {
	const parts: Span[] = [];
	let isQuoted = false;
	let from = start;
	for (let i = start; i < end; i++) {
		const character = text[i];
		if (isQuoted && character === '\\') i++;
		else if (character === '"') isQuoted = !isQuoted;
		else if (character === separator && !isQuoted) {
			parts.push(trimSpan(text, from, i));
			from = i + 1;
		}
	}
	parts.push(trimSpan(text, from, end));
	return parts;
}

/** The value inside a quoted string (RFC 2616 §2.2), null where its closing quote is missing. */
function unquote(text: string): string | null {
	const match = /^"((?:[^"\\]|\\.)*)"$/s.exec(text);
	return match ? (match[1] ?? '').replace(/\\(.)/gs, '$1') : null;
}

function readValue(source: Source, span: Span): string {
	const text = source.text.slice(span.start, span.end);
	if (!text.startsWith('"')) {
		if (!isToken(text)) source.report('extension-value-not-token', span);
		return text;
	}
	const value = unquote(text);
	if (value !== null) {
		if (!isToken(value)) source.report('extension-value-not-token', span);
		return value;
	}
	const hasEnd = /^"(?:[^"\\]|\\.)*"/s.test(text);
	source.report(hasEnd ? 'extension-value-not-token' : 'extension-quote-unclosed', span);
	return text.slice(1);
}

function readParameter(source: Source, span: Span): ExtensionParameter {
	const [first = span] = split(source.text, span, '=');
	const name = source.text.slice(first.start, first.end);
	const equals = source.text.indexOf('=', first.end);
	const hasValue = equals !== -1 && equals < span.end;
	// The empty name has no characters of its own to point at.
	if (!isToken(name)) source.report('extension-parameter-not-token', name === '' ? span : first);
	const value = hasValue ? readValue(source, trimSpan(source.text, equals + 1, span.end)) : null;
	return { name, value, ...source.place(span) };
}

function readExtension(source: Source, span: Span): Extension {
	const [first = span, ...rest] = split(source.text, span, ';');
	const name = source.text.slice(first.start, first.end);
	if (!isToken(name)) source.report('extension-name-not-token', name === '' ? span : first);
	const parameters = rest.map((parameter) => readParameter(source, parameter));
	return { name, parameters, ...source.place(span) };
}

/**
 * Reads one header value.
 * @param offset added to all positions: where the value begins in its head
 */
export function parseExtensions(text: string, offset = 0): ExtensionList {
	const faults: HandshakeFault[] = [];
	const place = ({ start, end }: Span) => ({ start: start + offset, end: end + offset });
	const report: Source['report'] = (code, span) => faults.push({ code, ...place(span) });
	const source: Source = { text, place, report };
	const whole = { start: 0, end: text.length };
	const elements = split(text, whole, ',');
	const filled = elements.filter(({ start, end }) => end > start);
	if (filled.length === 0) report('extension-list-empty', whole);
	else if (filled.length < elements.length) report('extension-empty-element', whole);
	const extensions = filled.map((element) => readExtension(source, element));
	return { extensions, faults };
}
