/**
 * The computation of one Accept: which key, what it is compared with, and where in it the screen
 * stands.
 */
import { firstHeader } from '#lib/protocol/http/http-head.ts';
import {
	explainAccept,
	type AcceptExplanation
} from '#lib/protocol/handshake/sec-websocket-accept.ts';
import type { ObservedConnection } from '../../session/observed-connection.svelte.ts';
import type { WorkbenchState } from '../../workbench/workbench.svelte.ts';
import { encodeAcceptLink, MAX_TYPED_KEY, readAcceptLink } from './accept-link.ts';
import { RoundPlayer } from './accept-player.svelte.ts';

export type KeySource = 'captured' | 'typed';
export type AcceptView = 'text' | 'hex' | 'binary';

/** What the connection on the screen carried, as captured. */
export interface CapturedKey {
	/** Sec-WebSocket-Key of its latest request; null where it has none. */
	readonly key: string | null;
	/** Sec-WebSocket-Accept of the answer; null where it has none. */
	readonly sent: string | null;
	/** Status of the answer; null while there is none. */
	readonly status: number | null;
}

/** Characters of a header that are no part of its value at its ends (RFC 9110 §5.5). */
const OUTER_SPACE = /^[ \t]+|[ \t]+$/g;

export class AcceptState {
	readonly #bench: WorkbenchState;
	readonly player: RoundPlayer;
	view = $state<AcceptView>('hex');
	#source = $state<KeySource>('captured');
	#typed = $state('');
	/** An Accept to compare with where the key was typed; empty: none. */
	#claimed = $state('');
	/** The one that came with its key: of another key it says nothing. */
	#loaded = '';
	/** Word of the schedule that was asked for; null follows the rounds. */
	#word = $state<number | null>(null);

	#isConnecting = $state(false);
	/** Why no connection could be opened: an error code of the channel, or `exception`. */
	#trouble = $state<string | null>(null);
	/** The connection that was opened here last. */
	#own: ObservedConnection | null = null;

	constructor(bench: WorkbenchState) {
		this.#bench = bench;
		this.player = new RoundPlayer(() => this.explanation?.sha1.blocks.length ?? 0);
	}

	/** Null before a request with a head has been captured. */
	readonly captured: CapturedKey | null = $derived.by(() => {
		const view = this.#bench.view;
		const request = view?.request?.head;
		if (!request) return null;
		const response = view.response?.head ?? null;
		return {
			key: firstHeader(request, 'sec-websocket-key')?.value ?? null,
			sent: (response && firstHeader(response, 'sec-websocket-accept')?.value) ?? null,
			status: response?.kind === 'response' ? response.status : null
		};
	});

	get source(): KeySource {
		return this.#source;
	}

	set source(source: KeySource) {
		this.#source = source;
	}

	get typed(): string {
		return this.#typed;
	}

	/** Cut where it is longer than a typed key may be. */
	set typed(typed: string) {
		this.#typed = typed.slice(0, MAX_TYPED_KEY);
		if (this.#claimed === this.#loaded) this.#claimed = '';
	}

	get claimed(): string {
		return this.#claimed;
	}

	set claimed(claimed: string) {
		this.#claimed = claimed.slice(0, MAX_TYPED_KEY);
	}

	/** The key that is computed with; null: there is none. */
	readonly key: string | null = $derived(
		this.#source === 'captured'
			? (this.captured?.key ?? null)
			: this.#typed.replace(OUTER_SPACE, '') || null
	);

	/** Whether spaces around a typed key were left off, as any reader of a header does. */
	readonly isTrimmed: boolean = $derived(
		this.#source === 'typed' && this.key !== null && this.key !== this.#typed
	);

	/** Every step; null where there is no key, or one that no header can hold. */
	readonly explanation: AcceptExplanation | null = $derived(
		this.key === null || /[^\0-\xff]/.test(this.key) ? null : explainAccept(this.key)
	);

	/** What the result is compared with; null: nothing. */
	readonly sent: string | null = $derived(
		this.#source === 'captured'
			? (this.captured?.sent ?? null)
			: this.#claimed.replace(OUTER_SPACE, '') || null
	);

	/** Word of the schedule that is looked at, 0 to 79: the one asked for, or the round's own. */
	get word(): number {
		return this.#word ?? Math.max(0, this.player.step - 1);
	}

	/** Whether it goes with the rounds. */
	get isFollowing(): boolean {
		return this.#word === null;
	}

	/** @param word 0 to 79; null follows the rounds */
	chooseWord(word: number | null): void {
		this.#word = word;
	}

	/** A key by hand, and the Accept it is said to give. */
	load(key: string, claimed = ''): void {
		this.typed = key;
		this.claimed = claimed;
		this.#loaded = this.#claimed;
		this.#source = 'typed';
	}

	/** For the part of a URL behind `#`: key, what it is compared with, place and view. */
	link(): string {
		const { block, step } = this.player;
		const key = this.key ?? '';
		return encodeAcceptLink({ key, sent: this.sent ?? '', block, step, view: this.view });
	}

	/** Whether the link held a key. @param hash with or without its `#` */
	openLink(hash: string): boolean {
		const link = readAcceptLink(hash);
		if (!link) return false;
		this.load(link.key, link.sent);
		this.view = link.view;
		this.player.goTo(link.block, link.step);
		return true;
	}

	get isConnecting(): boolean {
		return this.#isConnecting;
	}

	get trouble(): string | null {
		return this.#trouble;
	}

	/** This browser's own WebSocket, so that there is a handshake to look at. @param url to open */
	async connect(url: string): Promise<void> {
		if (this.#isConnecting) return;
		this.#isConnecting = true;
		this.#trouble = null;
		const { session } = this.#bench;
		try {
			const outcome = await session.connect({ url, protocols: [] });
			if (outcome.kind === 'connecting') this.#show(outcome.connection);
			else this.#trouble = outcome.kind === 'refused' ? 'exception' : outcome.code;
		} catch {
			this.#trouble = 'not-loaded';
		} finally {
			this.#isConnecting = false;
		}
	}

	/** One at a time: the one before is let go. */
	#show(connection: ObservedConnection): void {
		const before = this.#own;
		this.#own = connection;
		this.#bench.show(connection);
		this.#source = 'captured';
		if (before) void this.#bench.session.forget(before);
	}

	dispose(): void {
		this.player.dispose();
	}
}
