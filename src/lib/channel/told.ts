/**
 * What the server's code was told, what became of runs, and what there is to know of lanes, as it
 * arrives from the channel: checked before it is believed.
 */
import * as v from 'valibot';
import type { RunTold, ServerTold } from '#lib/capture/recording-event.ts';
import { DROP_REASONS, type LaneTold } from '#lib/transports/lane-told.ts';

const number = v.number();
/** Totals are made of these: a fraction or a negative number would spoil them for ever. */
const count = v.pipe(number, v.safeInteger(), v.minValue(0));
const string = v.string();
const data = v.picklist(['text', 'binary']);

export const toldSchema: v.GenericSchema<unknown, ServerTold> = v.variant('name', [
	v.object({ name: v.literal('connection'), protocol: string, extensions: string }),
	v.object({ name: v.literal('refused'), status: number, message: string }),
	v.object({ name: v.picklist(['message', 'send']), data, size: number }),
	v.object({ name: v.picklist(['ping', 'pong', 'ping-call']), size: number }),
	v.object({ name: v.literal('close-call'), code: v.nullable(number), reason: string }),
	v.object({ name: v.literal('error'), code: string, message: string }),
	v.object({ name: v.literal('close'), code: number, reason: string })
]);

export const runToldSchema: v.GenericSchema<unknown, RunTold> = v.variant('name', [
	v.object({ name: v.literal('begin'), bytes: number, writes: number }),
	v.object({
		name: v.literal('end'),
		outcome: v.picklist(['written', 'cancelled', 'peer-ended', 'timed-out']),
		bytes: number
	}),
	v.object({ name: v.literal('unanswered'), after: number })
]);

export const laneToldSchema: v.GenericSchema<unknown, LaneTold> = v.variant('name', [
	v.object({ name: v.literal('exchange'), lane: count, socket: count }),
	v.object({
		name: v.literal('counted'),
		direction: v.picklist(['client', 'server']),
		bytes: count
	}),
	v.object({ name: v.literal('done') }),
	v.object({ name: v.literal('socket-closed'), socket: count }),
	v.object({ name: v.literal('emitted'), stream: count, id: count, size: count }),
	v.object({ name: v.literal('source-ended'), stream: count }),
	v.object({ name: v.literal('received'), lane: count, size: count }),
	v.object({ name: v.literal('dropped'), lane: count, reason: v.picklist(DROP_REASONS) })
]);
