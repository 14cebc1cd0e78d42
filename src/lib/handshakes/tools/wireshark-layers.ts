/**
 * How Wireshark's tree takes a record apart: its lines as it writes them, with the name of each
 * field for display filters, and the field of ours that holds the same bits.
 *
 * @see https://www.wireshark.org/docs/wsug_html_chunked/ChUsePacketDetailsPaneSection.html
 */
import type {
	ConversationRecord,
	FrameRecord,
	RequestRecord,
	ResponseRecord
} from '#lib/capture/conversation-record.ts';
import { secretSpans } from '#lib/capture/secrets.ts';
import { CLOSE, CONTINUATION, PING, PONG, TEXT } from '#lib/protocol/frames/opcode.ts';
import { formatHex } from '#lib/protocol/hex.ts';
import { headerValues } from '#lib/protocol/http/http-head.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import { CLOSE_NAMES, HEADER_FILTERS, OPERATIONS } from './wireshark-names.ts';

/** Characters of a value that are made; Wireshark cuts a line at 240. */
const LONGEST = 160;
/** Headers whose lines are made. */
const MOST_HEADERS = 100;

export interface WiresharkLine {
	/** 1: directly in the layer. */
	readonly depth: 1 | 2 | 3;
	readonly text: string;
	/** Display filter field; null: the line has none of its own. */
	readonly filter: string | null;
	/** Our field of the same bytes, or null. */
	readonly field: string | null;
}

export interface WiresharkLayer {
	readonly title: 'Hypertext Transfer Protocol' | 'WebSocket';
	/** Index of the record. */
	readonly record: number;
	readonly lines: readonly WiresharkLine[];
}

/**
 * @param hasDeflate permessage-deflate is in use: Wireshark then shows a line for it
 * @returns null for what Wireshark makes no layer of
 */
export function wiresharkLayer(
	record: ConversationRecord,
	hasDeflate = false
): WiresharkLayer | null {
	if (record.kind === 'frame') {
		return { title: 'WebSocket', record: record.index, lines: frameLines(record, hasDeflate) };
	}
	if (record.kind !== 'request' && record.kind !== 'response') return null;
	const lines = [...startLines(record), ...headerLines(record), ...addedLines(record)];
	return { title: 'Hypertext Transfer Protocol', record: record.index, lines };
}

function line(
	depth: WiresharkLine['depth'],
	text: string,
	filter: string | null = null,
	field: string | null = null
): WiresharkLine {
	return { depth, text, filter, field };
}

function startLines(record: RequestRecord | ResponseRecord): WiresharkLine[] {
	const [start = ''] = textLines(record);
	if (record.kind === 'request') {
		const { method, target, version } = record.head.startLine;
		return [
			line(1, start),
			line(2, `Request Method: ${method.text}`, 'http.request.method', 'method'),
			line(2, `Request URI: ${target.text}`, 'http.request.uri', 'target'),
			line(2, `Request Version: ${version.text}`, 'http.request.version', 'version')
		];
	}
	const { version, status, reason } = record.head.startLine;
	return [
		line(1, start),
		line(2, `Response Version: ${version.text}`, 'http.response.version', 'version'),
		line(2, `Status Code: ${status.text}`, 'http.response.code', 'status'),
		line(2, `Response Phrase: ${reason.text}`, 'http.response.phrase', 'reason')
	].filter(({ text }) => !text.endsWith(': '));
}

function headerLines(record: RequestRecord | ResponseRecord): WiresharkLine[] {
	const lines = textLines(record);
	const any = record.kind === 'request' ? 'http.request.line' : 'http.response.line';
	const { headers } = record.head;
	return headers.slice(0, MOST_HEADERS).map(({ name, nameStart }, index) => {
		const filter = HEADER_FILTERS[name.toLowerCase()] ?? any;
		const text = lines[lineAt(record, nameStart)] ?? '';
		return line(1, text, filter, `header-${index}-value`);
	});
}

/** What Wireshark works out, in brackets. */
function addedLines(record: RequestRecord | ResponseRecord): WiresharkLine[] {
	const { bytes } = record.head;
	const end = line(1, bytes.at(-2) === 0x0d ? '\\r\\n' : '\\n');
	const [host] = headerValues(record.head, 'host');
	if (record.kind === 'response' || host === undefined) return [end];
	const url = `http://${host}${record.head.target}`;
	return [end, line(1, `[Full request URI: ${url}]`, 'http.request.full_uri')];
}

/** Lines of a head as Wireshark writes them: with their ends, secrets hidden. */
function textLines({ head }: RequestRecord | ResponseRecord): string[] {
	const bytes = head.bytes.slice();
	for (const { start, end } of secretSpans(bytes)) bytes.fill(0x2a, start, end);
	return latin1(bytes)
		.split('\n')
		.map((text) => `${text.replace(/\r$/, '\\r')}\\n`);
}

function lineAt({ head }: RequestRecord | ResponseRecord, offset: number): number {
	let count = 0;
	for (let at = head.bytes.indexOf(0x0a); at !== -1 && at < offset; count += 1) {
		at = head.bytes.indexOf(0x0a, at + 1);
	}
	return count;
}

function frameLines(record: FrameRecord, hasDeflate: boolean): WiresharkLine[] {
	const { frame } = record;
	const { fin, masked, opcode, maskingKey } = frame;
	const rsv = (Number(frame.rsv1) << 2) | (Number(frame.rsv2) << 1) | Number(frame.rsv3);
	const short = (frame.bytes[1] ?? 0) & 0x7f;
	const name = OPERATIONS[opcode] ?? 'Unknown';
	const lines = [
		line(1, `${bit(fin)}... .... = Fin: ${truth(fin)}`, 'websocket.fin', 'fin'),
		line(1, `.${bits(rsv, 3)} .... = Reserved: 0x${rsv}`, 'websocket.rsv', 'rsv1')
	];
	if (hasDeflate) {
		const text = `.${bit(frame.rsv1)}.. .... = Per-Message Compressed: ${truth(frame.rsv1)}`;
		lines.push(line(1, text, 'websocket.pmc', 'rsv1'));
	}
	lines.push(
		line(1, `.... ${bits(opcode, 4)} = Opcode: ${name} (${opcode})`, 'websocket.opcode', 'opcode'),
		line(1, `${bit(masked)}... .... = Mask: ${truth(masked)}`, 'websocket.mask', 'mask'),
		line(1, lengthText(short), 'websocket.payload_length', 'payload-length')
	);
	if (short >= 126) {
		const width = short === 126 ? 16 : 64;
		const filter = `websocket.payload_length_ext_${width}`;
		const text = `Extended Payload length (${width} bits): ${frame.payloadLength}`;
		lines.push(line(1, text, filter, 'extended-payload-length'));
	}
	if (maskingKey) {
		const text = `Masking-Key: ${formatHex(maskingKey, '')}`;
		lines.push(line(1, text, 'websocket.masking_key', 'masking-key'));
	}
	return [...lines, ...payloadLines(record)];
}

function lengthText(short: number): string {
	const form = short < 126 ? '' : ` Extended Payload Length (${short === 126 ? 16 : 64} bits)`;
	return `.${bits(short >> 4, 3)} ${bits(short & 15, 4)} = Payload length: ${short}${form}`;
}

function payloadLines(record: FrameRecord): WiresharkLine[] {
	const { frame } = record;
	if (frame.payload.length === 0) return [];
	const lines: WiresharkLine[] = [];
	if (frame.masked) lines.push(line(1, 'Masked payload', 'websocket.masked_payload', 'payload'));
	lines.push(line(1, 'Payload', 'websocket.payload', 'unmasked-payload'));
	return [...lines, ...contentLines(record)];
}

function contentLines({ frame, message }: FrameRecord): WiresharkLine[] {
	const { opcode } = frame;
	if (opcode === CLOSE) return closeLines(frame.close);
	if (opcode === PING || opcode === PONG) {
		const name = opcode === PING ? 'Ping' : 'Pong';
		const hex = formatHex(frame.unmaskedPayload().subarray(0, LONGEST / 2), '');
		return [line(2, `${name}: ${hex}`, `websocket.payload.${name.toLowerCase()}`, 'payload')];
	}
	if ((opcode !== TEXT && opcode !== CONTINUATION) || message?.kind !== 'text') return [];
	if (!message.isKept) return [];
	const text = new TextDecoder().decode(message.data().subarray(0, LONGEST * 4));
	const shown = text.slice(0, LONGEST).replaceAll('\r', '\\r').replaceAll('\n', '\\n');
	const form = text.length > LONGEST ? 'Text [truncated]' : 'Text';
	return [line(2, `${form}: ${shown}`, 'websocket.payload.text', 'unmasked-text')];
}

function closeLines(close: FrameRecord['frame']['close']): WiresharkLine[] {
	if (!close || close.code === null) return [];
	const name = CLOSE_NAMES[close.code] ?? 'Unknown';
	const filter = 'websocket.payload.close';
	const lines = [
		line(2, 'Close', filter, 'payload'),
		line(3, `Status code: ${name} (${close.code})`, `${filter}.status_code`, 'close-code')
	];
	if (close.reason) {
		lines.push(line(3, `Reason: ${close.reason}`, `${filter}.reason`, 'close-reason'));
	}
	return lines;
}

const bit = (value: boolean): string => (value ? '1' : '0');
const bits = (value: number, length: number): string => value.toString(2).padStart(length, '0');
const truth = (value: boolean): string => (value ? 'True' : 'False');
