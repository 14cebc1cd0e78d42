/**
 * What the student can do at the workbench, and what came of it: connect, send, close, save,
 * open. The workbench itself (workbench.svelte.ts) only looks.
 */
import type { RecordingFault } from '#lib/capture/recording-file.ts';
import type { Frame } from '#lib/protocol/frames/frame.ts';
import { RUN_LIMITS } from '#lib/runs/run.ts';
import { Burst } from './burst.svelte.ts';
import type { Refusal } from '../session/browser-peer.ts';
import { ConnectionSettings } from './connection-settings.svelte.ts';
import { LabSession, loadObservedConnection } from '../session/lab-session.svelte.ts';
import { loadInflate } from '../load-inflate.ts';
import { MessageDraft } from './message-draft.svelte.ts';
import type { OpenedRecording } from './recording-download.ts';
import { WorkbenchState } from './workbench.svelte.ts';

/** What went wrong last, until the next attempt. */
export type Trouble =
	| { readonly kind: 'exception'; readonly refusal: Refusal }
	/** An error code of the lab channel. */
	| { readonly kind: 'channel'; readonly code: string }
	| { readonly kind: 'foreign-url' }
	/** A part of the page that is fetched late could not be fetched. */
	| { readonly kind: 'not-loaded' }
	| { readonly kind: 'unreadable'; readonly code: RecordingFault | 'too-large' };

const OPEN = 1;
/** What a server takes by default: until this one has said what it takes. */
const USUAL_MESSAGE_BYTES = 2 ** 20;

const loadFiles = () => import('./recording-download.ts');
const loadFrameLink = () => import('./frame-link.ts');

export class WorkbenchControls {
	readonly bench: WorkbenchState;
	readonly settings: ConnectionSettings;
	readonly draft = new MessageDraft();
	readonly burst = new Burst();
	/** The values of Cookie and its like are shown on screen and saved. */
	areSecretsShown = $state(false);
	readonly #pageUrl: URL;
	readonly #loadSample: () => Promise<unknown>;
	#trouble = $state.raw<Trouble | null>(null);
	#isConnecting = $state(false);

	/** @param loadSample fetches the sample recording, as JSON or parsed */
	constructor(pageUrl: URL, loadSample: () => Promise<unknown>) {
		this.#pageUrl = pageUrl;
		this.#loadSample = loadSample;
		this.settings = new ConnectionSettings(pageUrl.origin);
		const channelUrl = `${pageUrl.origin.replace(/^http/, 'ws')}/lab/channel`;
		this.bench = new WorkbenchState(new LabSession(channelUrl));
	}

	/** Fetches what the page does not begin with, so that it is there when the server is away. */
	prepare(): void {
		const loads = [loadObservedConnection(), loadInflate(), loadFiles(), this.#loadSample()];
		// Whoever needs what is missing asks again, and says so.
		void Promise.allSettled(loads);
	}

	get trouble(): Trouble | null {
		return this.#trouble;
	}

	dismiss(): void {
		this.#trouble = null;
	}

	/** Longest message that the server takes, in bytes. */
	get maxMessageBytes(): number {
		return this.bench.session.terms?.maxMessageBytes ?? USUAL_MESSAGE_BYTES;
	}

	get isConnecting(): boolean {
		return this.#isConnecting || this.bench.connection?.readyState === 0;
	}

	get isOpen(): boolean {
		return this.bench.connection?.readyState === OPEN;
	}

	/** The page's WebSocket is CONNECTING or OPEN. */
	get canClose(): boolean {
		const state = this.bench.connection?.readyState;
		return state === 0 || state === OPEN;
	}

	get canConnect(): boolean {
		return this.bench.session.status === 'open' && !this.isConnecting;
	}

	/** Opens a new connection and shows it; the one before stays as it is. */
	async connect(): Promise<boolean> {
		this.#trouble = null;
		if (!this.settings.isOwn(this.#pageUrl)) {
			this.#trouble = { kind: 'foreign-url' };
			return false;
		}
		this.#isConnecting = true;
		try {
			const { target, protocols, asksForDeflate } = this.settings;
			if (!(await this.#fetch(loadObservedConnection))) return false;
			const inflate = asksForDeflate ? await this.#fetch(loadInflate) : undefined;
			if (inflate === null) return false;
			const outcome = await this.bench.session.connect({ url: target, protocols, inflate });
			if (outcome.kind === 'unobserved') {
				this.#trouble = { kind: 'channel', code: outcome.code };
				return false;
			}
			this.bench.show(outcome.connection);
			if (outcome.kind === 'connecting') return true;
			this.#trouble = { kind: 'exception', refusal: outcome.refusal };
			return false;
		} finally {
			this.#isConnecting = false;
		}
	}

	/** Sends the draft; where nothing is open, connects first and sends when it opens. */
	async send(): Promise<void> {
		const message = this.draft.data;
		if (!message.ok) return;
		if (!(await this.#ready())) return;
		this.#follow();
		this.#report(this.bench.connection?.send(message.data) ?? null);
	}

	async startBurst(count: number, rate: number): Promise<void> {
		const message = this.draft.data;
		if (!message.ok || !(await this.#ready())) return;
		const peer = this.bench.connection?.peer;
		if (!peer) return;
		this.#follow();
		this.burst.start(peer, { count, rate, data: message.data });
	}

	/** @param code null: without arguments */
	close(code: number | null, reason: string): void {
		const { connection } = this.bench;
		this.#follow();
		this.#report((code === null ? connection?.close() : connection?.close(code, reason)) ?? null);
	}

	async pingFromServer(payload: string): Promise<void> {
		const { connection, session } = this.bench;
		if (!connection) return;
		this.#follow();
		this.#reportCode(await session.pingFromServer(connection, payload));
	}

	async closeFromServer(code: number | null, reason: string): Promise<void> {
		const { connection, session } = this.bench;
		if (!connection) return;
		this.#follow();
		this.#reportCode(await session.closeFromServer(connection, code, reason));
	}

	async save(): Promise<void> {
		const { capture } = this.bench;
		if (!capture) return;
		const files = await this.#fetch(loadFiles);
		files?.saveRecording(capture.recording, this.areSecretsShown);
	}

	/** Whether a captured frame can be taken to the frame lab. */
	canEdit(frame: Frame): boolean {
		return frame.isComplete && frame.bytesLength <= RUN_LIMITS.frameBytes;
	}

	/** A captured frame as a draft of the frame lab: the fragment of its URL; null where that failed. */
	async frameLink(frame: Frame): Promise<string | null> {
		const link = await this.#fetch(loadFrameLink);
		return link && link.frameLink(frame, this.bench.view?.extensions ?? '');
	}

	async openFile(file: File): Promise<void> {
		const files = await this.#fetch(loadFiles);
		if (files) this.#open(await files.openRecordingFile(file));
	}

	async openSample(): Promise<void> {
		const files = await this.#fetch(loadFiles);
		const sample = await this.#fetch(this.#loadSample);
		if (files && sample) this.#open(files.openRecording(sample));
	}

	dispose(): void {
		this.burst.stop();
		this.bench.dispose();
	}

	#open(opened: OpenedRecording): void {
		if (opened.isOk) {
			this.#trouble = null;
			this.bench.open(opened.captures);
		} else this.#trouble = { kind: 'unreadable', code: opened.code };
	}

	/** What is loaded; null, with words about it, where it cannot be. */
	async #fetch<T>(load: () => Promise<T>): Promise<T | null> {
		try {
			return await load();
		} catch {
			this.#trouble = { kind: 'not-loaded' };
			return null;
		}
	}

	/** Resolves when the page's WebSocket is open; false where it will not be. */
	async #ready(): Promise<boolean> {
		if (this.isOpen) return true;
		if (!(await this.connect())) return false;
		const { connection } = this.bench;
		return connection !== null && (await connection.settled) === OPEN;
	}

	/** Whoever acts wants to see what comes of it: the live end, wherever the cursor stood. */
	#follow(): void {
		this.bench.player.goLive();
	}

	#report(refusal: Refusal | null): void {
		this.#trouble = refusal && { kind: 'exception', refusal };
	}

	#reportCode(code: string | null): void {
		this.#trouble = code === null ? null : { kind: 'channel', code };
	}
}
