/** What the server's code was told, and what became of runs, as it arrives from the channel: checked before it is believed. */
import * as v from 'valibot';
import type { RunTold, ServerTold } from '#lib/capture/recording-event.ts';

const number = v.number();
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
