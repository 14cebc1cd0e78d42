/**
 * The negotiation page: what is offered and spoken, what is due by our reading, and what really
 * crossed when it was last tried.
 *
 * A try is compared with what was due when it was sent; edits after it belong to the next one.
 */
import { ACCEPT_HOLE } from '#lib/handshakes/draft/handshake-draft.ts';
import {
	compareNegotiation,
	type NegotiationComparison
} from '#lib/handshakes/negotiation/compare-negotiation.ts';
import {
	answerLines,
	FIRST_NEGOTIATION,
	unsendable,
	type NegotiationDraft
} from '#lib/handshakes/negotiation/negotiation-draft.ts';
import {
	draftRequest,
	negotiationDue,
	writtenDue,
	type AnswerReadingDue,
	type NegotiationDue
} from '#lib/handshakes/negotiation/negotiation-due.ts';
import {
	offerIn,
	readNegotiation,
	type NegotiationFound
} from '#lib/handshakes/negotiation/negotiation-found.ts';
import {
	encodeNegotiationLink,
	readNegotiationLink
} from '#lib/handshakes/negotiation/negotiation-link.ts';
import type { Refusal } from '../session/browser-peer.ts';
import { EditHistory } from '../edit-history.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import type { HandshakeLab } from './handshake-lab.svelte.ts';
import { NegotiationLine } from './negotiation-line.svelte.ts';

/** One try, as it was sent. */
interface Try {
	readonly draft: NegotiationDraft;
	/** Null where the browser's constructor threw before anything could cross. */
	readonly connection: ObservedConnection;
	readonly refusal: Refusal | null;
}

export class NegotiationState {
	readonly #lab: HandshakeLab;
	readonly #line: NegotiationLine;
	#draft = $state.raw(FIRST_NEGOTIATION);
	#history = $state.raw(new EditHistory<NegotiationDraft>(() => 0));
	#last = $state.raw<Try | null>(null);
	#trouble = $state.raw<string | null>(null);
	#isStarting = $state(false);

	constructor(lab: HandshakeLab) {
		this.#lab = lab;
		this.#line = new NegotiationLine(lab);
	}

	get draft(): NegotiationDraft {
		return this.#draft;
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	/** @param mergeKey consecutive changes with the same key are undone as one */
	change(changed: Partial<NegotiationDraft>, mergeKey: string | null = null): void {
		const next = { ...this.#draft, ...changed };
		this.#history = this.#history.push(this.#draft, next, mergeKey);
		this.#draft = next;
	}

	/** Takes another one whole; undo takes it back. */
	load(draft: NegotiationDraft): void {
		this.change(draft);
	}

	undo(): void {
		this.#step(this.#history.undo(this.#draft));
	}

	redo(): void {
		this.#step(this.#history.redo(this.#draft));
	}

	#step(step: { draft: NegotiationDraft; history: EditHistory<NegotiationDraft> } | null): void {
		if (!step) return;
		this.#draft = step.draft;
		this.#history = step.history;
	}

	/** What this browser offers by itself, from its last request; null: it has not asked yet. */
	readonly browserOffer: string | null = $derived.by(() => {
		for (const { capture } of this.#lab.bench.session.connections.toReversed()) {
			void capture.version;
			const { request, readyState } = capture.conversation.at(Infinity);
			if (readyState !== null && request?.isComplete) return offerIn(request.head);
		}
		return null;
	});

	/** By our reading, of the draft as it stands. */
	readonly due: NegotiationDue = $derived.by(() => {
		const { draft, browserOffer } = this;
		const isKnown = draft.way === 'raw' || browserOffer !== null;
		return negotiationDue(draft, draftRequest(draft, browserOffer), isKnown);
	});

	/** The same of the student's own answer; null where it is the echo that answers. */
	readonly written: AnswerReadingDue | null = $derived.by(() => {
		const { draft, browserOffer } = this;
		if (draft.way !== 'own') return null;
		return writtenDue(draft, draftRequest(draft, browserOffer), browserOffer !== null);
	});

	/** As it was sent; null before the first try. */
	get tried(): NegotiationDraft | null {
		return this.#last?.draft ?? null;
	}

	get connection(): ObservedConnection | null {
		return this.#last?.connection ?? null;
	}

	/** What the browser's constructor threw at the last try; null: it did not. */
	get refusal(): Refusal | null {
		return this.#last?.refusal ?? null;
	}

	/** The draft has been edited since the last try. */
	get isStale(): boolean {
		return this.#last !== null && !isSame(this.#last.draft, this.#draft);
	}

	/** What crossed in the last try, as far as it has come. */
	readonly found: NegotiationFound | null = $derived.by(() => {
		if (!this.#last) return null;
		const { capture } = this.#last.connection;
		void capture.version;
		return readNegotiation(capture.conversation);
	});

	/** What was due, by the request that really crossed, beside it. */
	readonly comparison: NegotiationComparison | null = $derived.by(() => {
		const { found } = this;
		if (!this.#last || !found) return null;
		const { draft, refusal } = this.#last;
		const head = found.request ?? draftRequest(draft, null);
		const isKnown = found.request !== null || draft.way === 'raw';
		const due = negotiationDue(draft, head, isKnown);
		return compareNegotiation(draft, due, found, refusal?.exception ?? null);
	});

	/** The channel to the lab server is there, and the draft can be written. */
	get canSend(): boolean {
		return this.#lab.bench.session.status === 'open' && unsendable(this.#draft) === null;
	}

	get isRunning(): boolean {
		return this.#isStarting || this.#line.isOn;
	}

	/** Why the last try did not begin: an error code of the channel; null: it did. */
	get trouble(): string | null {
		return this.#trouble;
	}

	/** Good handshakes made so that the browser would not wait. */
	get goodOnes(): number {
		return this.#line.goodOnes;
	}

	/** Tries it; resolves once the answer is there, or none will come. */
	async run(): Promise<void> {
		if (this.isRunning || !this.canSend) return;
		const draft = this.#draft;
		this.#isStarting = true;
		this.#trouble = null;
		try {
			const start = await this.#line.start(draft, this.#answerOf(draft));
			if ('code' in start) this.#trouble = start.code;
			else this.#take({ draft, ...start });
		} catch {
			this.#trouble = 'not-loaded';
		} finally {
			this.#isStarting = false;
		}
		await this.#line.finish();
	}

	/** Nobody waits for the answer any more. */
	async stop(): Promise<void> {
		await this.#line.stop();
	}

	/** With its `#`. */
	link(): string {
		return encodeNegotiationLink(this.#draft);
	}

	/** Whether the link held a negotiation. @param hash with or without its `#` */
	openLink(hash: string): boolean {
		const draft = readNegotiationLink(hash);
		if (draft) this.load(draft);
		return draft !== null;
	}

	#take(tried: Try): void {
		this.#last = tried;
		if (tried.refusal === null) this.#lab.bench.show(tried.connection);
	}

	#answerOf(draft: NegotiationDraft): readonly string[] {
		return answerLines(draft, ACCEPT_HOLE);
	}
}

function isSame(one: NegotiationDraft, other: NegotiationDraft): boolean {
	return one === other || encodeNegotiationLink(one) === encodeNegotiationLink(other);
}
