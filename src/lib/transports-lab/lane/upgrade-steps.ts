/**
 * How Socket.IO moves from polling to its WebSocket, found in what was captured of a lane.
 *
 * @see https://socket.io/docs/v4/engine-io-protocol/#upgrade
 */
import type { ConversationRecord } from '#lib/capture/conversation-record.ts';
import type { Conversation } from '#lib/capture/conversation.ts';
import { messageOf } from '#lib/capture/message-of.ts';
import {
	contentCoding,
	contentKind,
	isChunked
} from '#lib/diagrams/record-anatomy/body/content-kind.ts';
import { decodeEnginePacket, type EnginePacket } from '#lib/protocol/engine-io/engine-packet.ts';
import { decodeEnginePayload } from '#lib/protocol/engine-io/engine-payload.ts';
import { chunkContent, layoutChunks } from '#lib/protocol/http/chunk-layout.ts';
import type { LaneExchange } from '#lib/transports/measure/lane-exchange.ts';

export const UPGRADE_STEPS = ['open', 'switch', 'probe', 'answer', 'noop', 'upgrade'] as const;
export type UpgradeStepName = (typeof UPGRADE_STEPS)[number];

export interface UpgradeStep {
	readonly name: UpgradeStepName;
	/** Number of the exchange, index of the record in it, the field that says it. */
	readonly exchange: number;
	readonly record: number;
	readonly field: string;
	/** As sent: `2probe`; the first characters of what is longer. */
	readonly text: string;
	/** µs of the session. */
	readonly t: number;
}

/** It all happens at the beginning of a lane. */
const MOST_EXCHANGES = 40;
const MOST_RECORDS = 80;
const LONGEST_TEXT = 12;

/** The steps that have been seen, each the first time. */
export function findUpgradeSteps(
	exchanges: readonly LaneExchange[],
	conversationOf: (exchange: LaneExchange) => Conversation
): ReadonlyMap<UpgradeStepName, UpgradeStep> {
	const found = new Map<UpgradeStepName, UpgradeStep>();
	const note = (step: UpgradeStep) => {
		if (!found.has(step.name)) found.set(step.name, step);
	};
	for (const exchange of exchanges.slice(0, MOST_EXCHANGES)) {
		const conversation = conversationOf(exchange);
		for (const record of conversation.records.slice(0, MOST_RECORDS)) {
			for (const step of stepsIn(conversation, record)) {
				note({ ...step, exchange: exchange.number, record: record.index, t: record.t });
			}
		}
	}
	return found;
}

type StepInRecord = Pick<UpgradeStep, 'name' | 'field' | 'text'>;

function stepsIn(conversation: Conversation, record: ConversationRecord): StepInRecord[] {
	if (record.kind === 'response' && record.head.status === 101) {
		return [{ name: 'switch', field: 'status', text: '101' }];
	}
	const { direction } = record;
	return packetsIn(conversation, record).flatMap(({ packet, text }) => {
		const name = stepOf(packet, direction === 'client');
		return name ? [{ name, field: `packet-${packet.index}-type`, text }] : [];
	});
}

function stepOf(packet: EnginePacket, isClient: boolean): UpgradeStepName | null {
	if (isClient) {
		if (packet.isProbe && packet.type === 'ping') return 'probe';
		return packet.type === 'upgrade' ? 'upgrade' : null;
	}
	if (packet.isProbe && packet.type === 'pong') return 'answer';
	if (packet.type === 'open') return 'open';
	return packet.type === 'noop' ? 'noop' : null;
}

function packetsIn(conversation: Conversation, record: ConversationRecord) {
	if (record.kind === 'frame') {
		const { message } = record;
		if (message?.kind !== 'text' || !message.isKept) return [];
		const data = message.data();
		return [{ packet: decodeEnginePacket(data), text: textOf(data) }];
	}
	if (record.kind !== 'body' || !record.isComplete) return [];
	const heads = messageOf(conversation, record.index);
	if (contentKind(heads) !== 'engine-io' || contentCoding(heads) !== null) return [];
	const { bytes } = record;
	const content = isChunked(heads) ? chunkContent(bytes, layoutChunks(bytes)) : bytes;
	return decodeEnginePayload(content).packets.map((packet) => ({
		packet,
		text: textOf(content.subarray(packet.start, packet.end))
	}));
}

function textOf(bytes: Uint8Array): string {
	const text = new TextDecoder().decode(bytes.subarray(0, 4 * LONGEST_TEXT));
	return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
