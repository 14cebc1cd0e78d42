/**
 * The fields of an Engine.IO packet and of the Socket.IO packet in it, for the same diagrams that
 * show a frame's and a head's.
 */
import type { Field, FieldKind } from '../field.ts';
import type { EnginePacket } from './engine-packet.ts';
import type { ByteRun, SocketPacket } from './socket-packet.ts';

const ENGINE = 'Engine.IO 4 Packet encoding';
const SOCKET = 'Socket.IO 5 Packet encoding';

/**
 * In wire order: `packet-N-type`, and `packet-N-data` or, of a Socket.IO packet, `packet-N-socket-type`,
 * `-attachments`, `-namespace`, `-ack`, `-payload`, those that are there. N is the packet's index.
 */
export function engineFields(packet: EnginePacket, bytes: Uint8Array): readonly Field[] {
	const { index, start, data, socket, isBinary, binary } = packet;
	const make = (
		name: string,
		kind: FieldKind,
		run: ByteRun,
		section: string,
		value: Field['value']
	) => ({
		id: `packet-${index}-${name}`,
		kind,
		bitOffset: run.start * 8,
		bitLength: (run.end - run.start) * 8,
		value,
		section
	});
	const fields: Field[] = [];
	if (data.start > start) {
		const typeRun = { start, end: data.start };
		fields.push(make('type', 'opcode', typeRun, ENGINE, textOf(bytes, typeRun)));
	}
	if (socket) return [...fields, ...socketFields(socket, bytes, make)];
	if (data.end > data.start) {
		const value = isBinary ? binary : textOf(bytes, data);
		fields.push(make('data', 'payload', data, ENGINE, value));
	}
	return fields;
}

type Make = (
	name: string,
	kind: FieldKind,
	run: ByteRun,
	section: string,
	value: Field['value']
) => Field;

function socketFields(socket: SocketPacket, bytes: Uint8Array, make: Make): Field[] {
	const { start, end, attachments, namespace, ackId, payload } = socket;
	const fields: Field[] = [];
	if (end > start) {
		const run = { start, end: start + 1 };
		fields.push(make('socket-type', 'extended', run, SOCKET, textOf(bytes, run)));
	}
	if (attachments && attachments.end > attachments.start) {
		fields.push(make('attachments', 'length', attachments, SOCKET, attachments.value));
	}
	if (namespace.end > namespace.start) {
		fields.push(make('namespace', 'header-name', namespace, SOCKET, namespace.value));
	}
	if (ackId) fields.push(make('ack', 'key', ackId, SOCKET, ackId.value));
	if (payload) fields.push(make('payload', 'payload', payload, SOCKET, payload.text));
	return fields;
}

function textOf(bytes: Uint8Array, { start, end }: ByteRun): string {
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
}
