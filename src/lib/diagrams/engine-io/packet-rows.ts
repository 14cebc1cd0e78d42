/** What the parts of an Engine.IO packet say, in words. */
import type { Text } from '#lib/i18n/text.ts';
import type { Field } from '#lib/protocol/field.ts';
import { engineFields } from '#lib/protocol/engine-io/engine-fields.ts';
import type { EnginePacket } from '#lib/protocol/engine-io/engine-packet.ts';
import { fieldValue } from '../field-tree/field-description.ts';
import { fieldName } from '../field-tree/field-name.ts';

export interface PacketRow {
	readonly field: Field;
	readonly name: string;
	/** As text; of bytes their number. */
	readonly shown: string;
	readonly meaning: string;
}

export function packetRows(text: Text, packet: EnginePacket, bytes: Uint8Array): PacketRow[] {
	return engineFields(packet, bytes).map((field) => ({
		field,
		name: fieldName(text, field),
		shown: typeof field.value === 'string' ? field.value : fieldValue(text, field),
		meaning: meaningOf(text, field, packet)
	}));
}

/** Such as `message`, `EVENT`, `event`: from the outside in. */
export function packetTitle(text: Text, packet: EnginePacket): string {
	const words = text.transportsLab.lane.dissect.engine;
	if (packet.isBinary) return words.binary;
	const parts = [packet.type ?? words.unknown];
	if (packet.isProbe) parts.push('probe');
	if (packet.socket) parts.push(packet.socket.type ?? words.unknown);
	const name = packet.socket?.eventName ?? null;
	if (name !== null) parts.push(words.event(String(name).slice(0, LONGEST_NAME)));
	return parts.join(' · ');
}

const LONGEST_NAME = 60;

function meaningOf(text: Text, { id }: Field, packet: EnginePacket): string {
	const { engine, about } = text.transportsLab.lane.dissect;
	if (id.endsWith('-socket-type')) {
		const type = packet.socket?.type;
		return type ? `${type}: ${engine.socketTypes[type]}` : engine.unknown;
	}
	if (!id.endsWith('-type')) {
		const part = id.replace(/^packet-\d+-/, 'packet-') as keyof typeof about;
		return about[part] ?? '';
	}
	if (packet.isBinary) return engine.binary;
	if (packet.type === null) return engine.unknown;
	if (packet.isProbe) return packet.type === 'ping' ? engine.probe : engine.probeAnswer;
	return `${packet.type}: ${engine.types[packet.type]}`;
}
