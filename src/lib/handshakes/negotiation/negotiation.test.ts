import { describe, expect, it } from 'vitest';
import { parseExtensions } from '#lib/protocol/handshake/extension.ts';
import { ANY_DEFLATE } from '#lib/protocol/handshake/negotiate-deflate.ts';
import { agreedTerms, offerTaken, zlibMemory } from './agreed-terms.ts';
import { judgeSubprotocols } from './judge-subprotocols.ts';
import {
	echoTarget,
	FIRST_NEGOTIATION,
	unsendable,
	type NegotiationDraft
} from './negotiation-draft.ts';
import {
	answerDue,
	constructorThrows,
	draftRequest,
	negotiationDue,
	writtenDue
} from './negotiation-due.ts';
import { encodeNegotiationLink, readNegotiationLink } from './negotiation-link.ts';
import { NEGOTIATION_PRESETS } from './negotiation-presets.ts';
import { addElement, moveElement, removeElement, setElement } from './list-text.ts';
import {
	addOffer,
	moveOffer,
	readOffers,
	removeOffer,
	renameOffer,
	setParameter
} from './offer-text.ts';

const draft = (changed: Partial<NegotiationDraft>): NegotiationDraft => ({
	...FIRST_NEGOTIATION,
	...changed
});

describe('a list of subprotocols', () => {
	it.each<[string, readonly string[] | null, string[], string | null]>([
		['chat, superchat', ['superchat'], ['not-spoken', 'chosen'], 'superchat'],
		['chat, superchat', ['superchat', 'chat'], ['chosen', 'not-reached'], 'chat'],
		['chat, superchat', null, ['chosen', 'not-reached'], 'chat'],
		['chat, superchat', [], ['not-spoken', 'not-spoken'], null],
		['Chat', ['chat'], ['not-spoken'], null],
		['chat, chat', ['chat'], ['refused-with-list', 'repeated'], null],
		['chat,, b', ['b'], ['refused-with-list', 'empty', 'refused-with-list'], null],
		['chat room', ['chat'], ['not-token'], null]
	])('%s by a server that speaks %j', (value, spoken, outcomes, chosen) => {
		const choice = judgeSubprotocols([value], spoken);
		expect(choice.offered.map(({ outcome }) => outcome)).toEqual(outcomes);
		expect(choice.chosen).toBe(chosen);
	});

	it('is one list over several lines', () => {
		expect(judgeSubprotocols(['a', 'a'], ['a']).isLegal).toBe(false);
	});

	it('tells what the server’s own order would have chosen', () => {
		expect(judgeSubprotocols(['chat, b'], ['b', 'chat'])).toMatchObject({
			chosen: 'chat',
			byServerOrder: 'b'
		});
	});

	it.each([
		[[], false],
		[['chat', 'superchat'], false],
		[['chat', 'chat'], true],
		[['chat room'], true],
		[['chat', ''], true]
	])('a page’s constructor throws for %j: %s', (names, throws) => {
		expect(constructorThrows(names)).toBe(throws);
	});
});

describe('offers edited in their text', () => {
	const TEXT = 'permessage-deflate; server_max_window_bits="10",  x; a';

	it('are rewritten alone', () => {
		expect(setParameter(TEXT, 0, 'client_max_window_bits', null)).toBe(
			'permessage-deflate; server_max_window_bits=10; client_max_window_bits,  x; a'
		);
		expect(renameOffer(TEXT, 1, 'y')).toBe(
			'permessage-deflate; server_max_window_bits="10",  y; a'
		);
	});

	it('keep the place of a parameter that is changed, and lose one that is taken away', () => {
		const two = 'p; a=1; b';
		expect(setParameter(two, 0, 'a', '2')).toBe('p; a=2; b');
		expect(setParameter(two, 0, 'a', undefined)).toBe('p; b');
	});

	it('lose a repeated parameter with it', () => {
		expect(setParameter('p; a; b; a=1', 0, 'a', undefined)).toBe('p; b');
	});

	it('are added, moved and removed', () => {
		expect(addOffer('')).toBe('permessage-deflate');
		expect(addOffer('x', 'y')).toBe('x, y');
		expect(moveOffer('x; a, y', 0, 1)).toBe('y, x; a');
		expect(moveOffer('x, y', 0, 2)).toBe('x, y');
		expect(removeOffer('x, y', 0)).toBe('y');
	});

	it('stay as they are where there is no such offer', () => {
		expect(setParameter('x', 3, 'a', null)).toBe('x');
		expect(readOffers('  ')).toEqual([]);
	});
});

it('elements of a list are edited in its text', () => {
	expect(setElement('a, b', 1, 'c')).toBe('a, c');
	expect(addElement('', 'a')).toBe('a');
	expect(moveElement('a, b', 1, 0)).toBe('b, a');
	expect(moveElement('a', 0, 5)).toBe('a');
	expect(removeElement('a,, b', 1)).toBe('a, b');
});

describe('the draft', () => {
	it('asks the echo for what it is to speak', () => {
		const policy = { ...ANY_DEFLATE, serverNoContextTakeover: true, clientMaxWindowBits: 9 };
		expect(echoTarget(draft({ spoken: 'a, b c', policy }))).toBe(
			'/ws/echo?protocols=a,%20b%20c&deflate=on&server_no_context_takeover&client_max_window_bits=9'
		);
		expect(echoTarget(draft({ spoken: null, policy: { ...policy, isOn: false } }))).toBe(
			'/ws/echo'
		);
	});

	it('is not written into a head where a character does not fit', () => {
		expect(unsendable(draft({ protocols: '聊天' }))).toBe('protocols');
		expect(unsendable(draft({ extensions: 'a\u0000' }))).toBe('extensions');
		expect(unsendable(draft({ protocols: '聊天', way: 'browser' }))).toBeNull();
		const answer = { protocols: ['a\r\nSet-Cookie: b'], extensions: [] };
		expect(unsendable(draft({ way: 'own', answer }))).toBe('answer');
	});

	it.each(Object.entries(NEGOTIATION_PRESETS))(
		'of the preset %s travels in a link',
		(_id, preset) => {
			const link = encodeNegotiationLink(preset);
			const opened = readNegotiationLink(link);
			expect(opened && encodeNegotiationLink(opened)).toBe(link);
			expect(opened).toMatchObject({ way: preset.way, protocols: preset.protocols });
		}
	);

	it.each(['#', '#way=other', `#way=raw&offer=${'a'.repeat(70_000)}`])(
		'is not read from %.30j',
		(hash) => {
			expect(readNegotiationLink(hash)).toBeNull();
		}
	);

	it('from a link is bounded, and holds no line break', () => {
		const hash = `#way=own&offer=${'a'.repeat(2000)}&answer=a%0d%0ab&answer=b&answer=c&answer=d`;
		const opened = readNegotiationLink(hash);
		expect(opened?.protocols).toHaveLength(1024);
		expect(opened?.answer.protocols).toEqual(['a', 'b', 'c']);
	});
});

describe('what is due', () => {
	const dueOf = (changed: Partial<NegotiationDraft>) => {
		const asked = draft(changed);
		return negotiationDue(asked, draftRequest(asked, null), asked.way === 'raw');
	};

	it('is the choice and the answer of both headers', () => {
		const due = dueOf({});
		expect(due.status).toBe(101);
		expect(answerDue(due)).toEqual({ protocol: 'superchat', extensions: 'permessage-deflate' });
	});

	it('is 400 for a list that breaks a rule', () => {
		const due = dueOf({ protocols: 'chat, chat' });
		expect([due.status, answerDue(due).protocol]).toEqual([400, null]);
	});

	it('is an exception, and nothing sent, where a page offers such a list', () => {
		expect(dueOf({ protocols: 'chat, chat', way: 'browser' })).toMatchObject({
			throws: true,
			status: 0
		});
	});

	it('leaves the extensions open until the browser has asked', () => {
		expect(answerDue(dueOf({ way: 'browser' })).extensions).toBeUndefined();
	});

	it('goes on without compression where no offer can be met', () => {
		const policy = { ...ANY_DEFLATE, clientMaxWindowBits: 10 };
		const due = dueOf({ extensions: 'permessage-deflate', policy });
		expect([due.status, answerDue(due).extensions]).toEqual([101, null]);
	});
});

describe('a written answer', () => {
	const read = (
		protocols: readonly string[],
		extensions: readonly string[],
		browserOffer: string | null = 'permessage-deflate; client_max_window_bits'
	) => {
		const written = draft({ way: 'own', answer: { protocols, extensions } });
		const request = draftRequest(written, browserOffer);
		return writtenDue(written, request, browserOffer !== null);
	};

	it.each<[readonly string[], readonly string[], boolean, string[]]>([
		[['superchat'], ['permessage-deflate'], true, []],
		[[], [], true, []],
		[['mqtt'], [], false, ['subprotocol-not-offered']],
		[['chat', 'superchat'], [], false, ['subprotocol-header-duplicated']],
		[['chat, superchat'], [], false, ['chosen-subprotocol-not-token']],
		[[], ['x-wire101'], false, ['extension-not-offered']],
		[[], ['permessage-deflate; level=9'], false, ['deflate-parameter-unknown']]
	])('%j, %j is taken: %s', (protocols, extensions, isAccepted, codes) => {
		const { verdict, lines } = read(protocols, extensions);
		expect(verdict?.isAccepted).toBe(isAccepted);
		expect(lines.flatMap(({ violations }) => violations?.map(({ code }) => code))).toEqual(codes);
	});

	it('with extensions is not judged before the browser’s offer is known', () => {
		const { verdict, lines } = read(['chat'], ['permessage-deflate'], null);
		expect([verdict, lines.map(({ violations }) => violations)]).toEqual([null, [[], null]]);
	});

	it('fails whatever the browser offers where its subprotocol was never offered', () => {
		expect(read(['mqtt'], ['permessage-deflate'], null).verdict?.isAccepted).toBe(false);
	});
});

describe('what follows', () => {
	const terms = (offer: string, answer: string) => {
		const [taken] = parseExtensions(answer).extensions;
		if (!taken) throw new Error('no answer');
		return agreedTerms(offerTaken(parseExtensions(offer).extensions, taken), taken);
	};

	it.each<[string, string, object, object]>([
		['p', 'p', { bits: 15, keepsContext: true }, { bits: 15, keepsContext: true }],
		[
			'p; client_max_window_bits',
			'p; client_max_window_bits=10',
			{ bits: 10, offered: 'bare', answered: 10 },
			{ bits: 15 }
		],
		[
			'p; server_max_window_bits=9; server_no_context_takeover',
			'p; server_max_window_bits=9; server_no_context_takeover',
			{ bits: 15 },
			{ bits: 9, offered: 9, contextBy: 'offer', keepsContext: false }
		],
		[
			'p; client_max_window_bits=11; client_no_context_takeover',
			'p',
			{ bits: 11, isPromise: true, contextBy: 'promise', keepsContext: false },
			{ bits: 15 }
		],
		['p', 'p; client_no_context_takeover', { contextBy: 'answer' }, { keepsContext: true }]
	])('from %s and %s', (offer, answer, client, server) => {
		const long = (text: string) => text.replace(/\bp\b/, 'permessage-deflate');
		const [toServer, toClient] = terms(long(offer), long(answer));
		expect(toServer).toMatchObject(client);
		expect(toClient).toMatchObject(server);
	});

	it('the offer taken is the first that the answer fits', () => {
		const [first, fallback] = parseExtensions(
			'permessage-deflate; server_max_window_bits=9, permessage-deflate'
		).extensions;
		const [answer] = parseExtensions('permessage-deflate').extensions;
		if (!first || !fallback || !answer) throw new Error('not read');
		expect(offerTaken([first, fallback], answer)).toBe(fallback);
	});

	it('memory is what zlib says: 256 KiB to compress at 15 bits, 32 KiB to read', () => {
		expect(zlibMemory(15)).toEqual({ compressor: 262_144, decompressor: 32_768 });
	});
});
