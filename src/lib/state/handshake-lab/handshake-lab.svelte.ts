/**
 * The handshake lab: the request and the response a student writes, and the connection on the
 * screen that they led to.
 */
import { LabSession } from '../lab-session.svelte.ts';
import { WorkbenchState } from '../workbench.svelte.ts';

export class HandshakeLab {
	readonly bench: WorkbenchState;
	readonly pageUrl: URL;

	/** @param session of its own by default; it is opened with `bench.session.open()` */
	constructor(pageUrl: URL, session: LabSession = new LabSession(channelUrl(pageUrl))) {
		this.pageUrl = pageUrl;
		this.bench = new WorkbenchState(session);
	}

	dispose(): void {
		this.bench.dispose();
	}
}

function channelUrl({ origin }: URL): string {
	return `${origin.replace(/^http/, 'ws')}/lab/channel`;
}
