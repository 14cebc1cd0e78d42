/**
 * The frame lab: a draft, the connection it is sent over, and what two judges say of it.
 *
 * Both verdicts belong to the cursor, as everything on the screen does.
 */
import type { Direction } from '#lib/protocol/direction.ts';
import { compareVerdicts } from '#lib/runs/verdict/agreement.ts';
import { peerVerdict } from '#lib/runs/verdict/peer-verdict.ts';
import { decodeRunLink, encodeRunLink } from '#lib/runs/run-link.ts';
import type { Run } from '#lib/runs/run.ts';
import { strictVerdict } from '#lib/runs/verdict/strict-verdict.ts';
import type { Agreement, PeerVerdict, StrictVerdict } from '#lib/runs/verdict/verdict.ts';
import { afterPaint } from '../after-paint.ts';
import type { Refusal } from '../session/browser-peer.ts';
import type { Capture } from '../session/capture.svelte.ts';
import { within } from '../session/connection-watch.ts';
import { channelUrl } from '../session/connection-url.ts';
import { KeptConnections } from '../session/kept-connections.ts';
import { LabSession, loadObservedConnection } from '../session/lab-session.svelte.ts';
import { loadInflate } from '../load-inflate.ts';
import type { ObservedConnection } from '../session/observed-connection.svelte.ts';
import { WorkbenchState } from '../workbench/workbench.svelte.ts';
import type { RunStart } from './raw-runs.ts';
import { RunDraft } from './run-draft.svelte.ts';
import { RunConnection } from './run-connection.svelte.ts';

/** What went wrong last, until the next attempt. */
export type FrameTrouble =
	/** An error code of the lab channel, such as `run-in-progress`, `run-too-big`, `raw-server-off`. */
	| { readonly kind: 'channel'; readonly code: string }
	/** The browser's WebSocket constructor threw. */
	| { readonly kind: 'exception'; readonly refusal: Refusal }
	/** A part of the page that is fetched late could not be fetched. */
	| { readonly kind: 'not-loaded' }
	/** The link holds no draft that this page can read. */
	| { readonly kind: 'link'; readonly fault: 'not-a-run' | 'too-big' | 'newer-version' };

/** ms: what is judged sooner is not drawn before. */
const SHOWN_AFTER = 50;

export class FrameLab {
	readonly bench: WorkbenchState;
	readonly draft = new RunDraft();
	readonly #line: RunConnection;
	/** Connections that were opened here. */
	readonly #kept: KeptConnections;
	#trouble = $state.raw<FrameTrouble | null>(null);
	#isLate = $state(false);
	/** Of a run that has just been judged, one frame before it is on the screen. */
	#early = $state.raw<{ readonly capture: Capture } | null>(null);

	/** @param session of its own by default; it is opened with `bench.session.open()` */
	constructor(pageUrl: URL, session: LabSession = new LabSession(channelUrl(pageUrl))) {
		this.bench = new WorkbenchState(session);
		this.#line = new RunConnection(session, pageUrl);
		this.#kept = new KeptConnections(session);
	}

	/** What is judged, and up to where. */
	readonly #judged = $derived.by(() => {
		const { player } = this.bench;
		const capture = this.#early?.capture ?? this.bench.capture;
		void capture?.version;
		const conversation = capture?.conversation;
		const role = conversation?.runs[0]?.event.direction;
		if (!conversation || !role) return null;
		return { conversation, role, cursor: this.#early ? Infinity : player.cursor };
	});

	/** Who the student was on the connection on the screen; null before a run has begun. */
	readonly role: Direction | null = $derived(this.#judged?.role ?? null);

	/** The RFCs' verdict on the student's frames, as far as the cursor. */
	readonly strict: StrictVerdict | null = $derived.by(() => {
		if (!this.#judged) return null;
		const { conversation, role, cursor } = this.#judged;
		return strictVerdict(conversation, role, cursor);
	});

	/** What the peer did, as far as the cursor. */
	readonly peer: PeerVerdict | null = $derived.by(() => {
		if (!this.#judged) return null;
		const { conversation, role, cursor } = this.#judged;
		return peerVerdict(conversation, role, cursor);
	});

	readonly agreement: Agreement | null = $derived(
		this.strict && this.peer && compareVerdicts(this.strict, this.peer)
	);

	/** A run was asked for and has not ended. */
	get isRunning(): boolean {
		return this.#line.isRunning;
	}

	/** It goes on for so long that the screen says so: most runs are over before the next frame. */
	get isTakingLong(): boolean {
		return this.#isLate && this.isRunning;
	}

	/** The last run's connection still stands: one more run can go over it. */
	get isOpen(): boolean {
		return this.#line.isOpen;
	}

	/** The next run goes over the same connection while it lasts; turned off, it ends now. */
	get keepsOpen(): boolean {
		return this.#line.isKept;
	}

	set keepsOpen(keepsOpen: boolean) {
		this.#line.isKept = keepsOpen;
	}

	get trouble(): FrameTrouble | null {
		return this.#trouble;
	}

	dismiss(): void {
		this.#trouble = null;
	}

	/** Fetches what the page does not begin with, so that the first run need not wait. */
	prepare(): void {
		const inflate = loadInflate().then((load) => (this.draft.inflate = load));
		// Whoever needs what is missing asks again, and says so.
		void Promise.allSettled([loadObservedConnection(), inflate]);
	}

	/** Sends a run, the draft by default, and follows it live. */
	async send(run: Run = this.draft.run): Promise<void> {
		this.#trouble = null;
		if (!this.isRunning) this.#isLate = false;
		const late = setTimeout(() => (this.#isLate = true), SHOWN_AFTER);
		const start = await this.#line.send(run, this.draft.inflate);
		if (!start.ok) {
			clearTimeout(late);
			this.#trouble = troubleOf(start);
			return;
		}
		await within(SHOWN_AFTER, this.#line.untilOver());
		await this.#showVerdict(start.connection);
		this.#show(start.connection);
	}

	/** Stops the run at once. */
	async cancel(): Promise<void> {
		this.#report(await this.#line.cancel());
	}

	/** Ends the student's side of the connection, or resets it. */
	async hangUp(how: 'fin' | 'rst'): Promise<void> {
		this.bench.player.goLive();
		this.#report(await this.#line.hangUp(how));
	}

	/** Takes the draft of a link; false, with trouble, where it holds none. */
	async openLink(hash: string): Promise<boolean> {
		const decoded = await decodeRunLink(hash.replace(/^#/, ''));
		if (decoded.ok) this.draft.load(decoded.run);
		this.#trouble = decoded.ok ? null : { kind: 'link', fault: decoded.fault };
		return decoded.ok;
	}

	/** The draft as the fragment of a URL, with its `#`. */
	async link(): Promise<string> {
		return `#${await encodeRunLink(this.draft.run)}`;
	}

	/** A new masking key, four bytes (§5.3: unpredictable). */
	newKey(): Uint8Array {
		return crypto.getRandomValues(new Uint8Array(4));
	}

	dispose(): void {
		this.bench.dispose();
	}

	/** The verdict first: the conversation that it is read from takes longer to draw. */
	async #showVerdict({ capture }: ObservedConnection): Promise<void> {
		this.#early = { capture };
		await afterPaint();
		this.#early = null;
		capture.refresh();
	}

	#show(connection: ObservedConnection): void {
		if (this.bench.connection === connection) this.bench.player.goLive();
		else this.bench.show(connection);
		this.#kept.add(connection, this.bench.connection);
	}

	#report(code: string | null): void {
		this.#trouble = code === null ? null : { kind: 'channel', code };
	}
}

function troubleOf({ code, refusal }: Extract<RunStart, { ok: false }>): FrameTrouble {
	if (refusal) return { kind: 'exception', refusal };
	return code === 'not-loaded' ? { kind: 'not-loaded' } : { kind: 'channel', code };
}
