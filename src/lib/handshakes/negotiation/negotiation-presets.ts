/** Negotiations to begin with, each about one thing. Names: `handshakeLab.negotiation.presets`. */
import { ANY_DEFLATE, type DeflatePolicy } from '#lib/protocol/handshake/negotiate-deflate.ts';
import {
	FIRST_NEGOTIATION,
	USUAL_OFFER,
	type NegotiationDraft,
	type NegotiationWay
} from './negotiation-draft.ts';

export const NEGOTIATION_PRESET_IDS = {
	subprotocols: [
		'second-choice',
		'both-spoken',
		'none-spoken',
		'other-case',
		'said-twice',
		'empty-name'
	],
	deflate: [
		'usual-offer',
		'fallback-taken',
		'client-demands',
		'server-shrinks',
		'other-extension',
		'compression-off'
	],
	differ: [
		'client-window-unoffered',
		'smaller-than-bound',
		'malformed-first',
		'malformed-behind',
		'leading-zero'
	],
	browser: ['page-second-choice', 'page-none-spoken', 'page-said-twice', 'page-not-token'],
	own: [
		'own-due',
		'own-never-offered',
		'own-none',
		'own-two-headers',
		'own-both-in-one',
		'own-extension',
		'own-deflate',
		'own-deflate-unknown',
		'own-deflate-16',
		'own-deflate-twice'
	]
} as const;

export type NegotiationPresetGroup = keyof typeof NEGOTIATION_PRESET_IDS;
export type NegotiationPresetId = (typeof NEGOTIATION_PRESET_IDS)[NegotiationPresetGroup][number];

const OFF: DeflatePolicy = { ...ANY_DEFLATE, isOn: false };

function names(protocols: string, spoken: string, way: NegotiationWay = 'raw'): NegotiationDraft {
	return { ...FIRST_NEGOTIATION, way, protocols, spoken, extensions: '', policy: OFF };
}

function offers(extensions: string, policy: Partial<DeflatePolicy> = {}): NegotiationDraft {
	return {
		...FIRST_NEGOTIATION,
		protocols: '',
		spoken: null,
		extensions,
		policy: { ...ANY_DEFLATE, ...policy }
	};
}

function own(
	protocols: readonly string[],
	extensions: readonly string[] = [],
	offered = 'chat, superchat'
): NegotiationDraft {
	return {
		...FIRST_NEGOTIATION,
		way: 'own',
		protocols: offered,
		answer: { protocols, extensions }
	};
}

const DEFLATE = 'permessage-deflate';

export const NEGOTIATION_PRESETS: Readonly<Record<NegotiationPresetId, NegotiationDraft>> = {
	'second-choice': names('chat, superchat', 'superchat'),
	'both-spoken': names('chat, superchat', 'superchat, chat'),
	'none-spoken': names('chat, superchat', 'mqtt'),
	'other-case': names('Chat', 'chat'),
	'said-twice': names('chat, superchat, chat', 'chat'),
	'empty-name': names('chat,, superchat', 'superchat'),

	'usual-offer': offers(USUAL_OFFER),
	'fallback-taken': offers(
		`${DEFLATE}; server_no_context_takeover, ${DEFLATE}; client_max_window_bits`,
		{ clientMaxWindowBits: 10 }
	),
	'client-demands': offers(
		`${DEFLATE}; server_no_context_takeover; server_max_window_bits=9; client_max_window_bits`
	),
	'server-shrinks': offers(USUAL_OFFER, {
		serverNoContextTakeover: true,
		clientNoContextTakeover: true,
		serverMaxWindowBits: 10,
		clientMaxWindowBits: 10
	}),
	'other-extension': offers(`x-webkit-deflate-frame, ${USUAL_OFFER}`),
	'compression-off': offers(USUAL_OFFER, { isOn: false }),

	'client-window-unoffered': offers(DEFLATE, { clientMaxWindowBits: 10 }),
	'smaller-than-bound': offers(`${DEFLATE}; server_max_window_bits=9`, {
		serverMaxWindowBits: 10
	}),
	'malformed-first': offers(`${DEFLATE}; server_max_window_bits=7, ${DEFLATE}`),
	'malformed-behind': offers(`${DEFLATE}, ${DEFLATE}; level=9`),
	'leading-zero': offers(`${DEFLATE}; server_max_window_bits=010`),

	'page-second-choice': {
		...names('chat, superchat', 'superchat', 'browser'),
		policy: ANY_DEFLATE
	},
	'page-none-spoken': names('chat, superchat', 'mqtt', 'browser'),
	'page-said-twice': names('chat, chat', 'chat', 'browser'),
	'page-not-token': names('chat room', 'chat room', 'browser'),

	'own-due': own(['superchat'], ['permessage-deflate']),
	'own-never-offered': own(['mqtt']),
	'own-none': own([]),
	'own-two-headers': own(['chat', 'superchat']),
	'own-both-in-one': own(['chat, superchat']),
	'own-extension': own([], ['x-wire101'], ''),
	'own-deflate': own([], [`${DEFLATE}; server_no_context_takeover; client_max_window_bits=10`], ''),
	'own-deflate-unknown': own([], [`${DEFLATE}; level=9`], ''),
	'own-deflate-16': own([], [`${DEFLATE}; server_max_window_bits=16`], ''),
	'own-deflate-twice': own([], [DEFLATE, DEFLATE], '')
};
