/** The transports lab: the page's session with the lab server, and what its tools keep between pages. */
import { channelUrl } from '../session/connection-url.ts';
import { LabSession } from '../session/lab-session.svelte.ts';
import { WorkbenchState } from '../workbench/workbench.svelte.ts';
import type { Game } from './game/game.svelte.ts';
import type { QrLogin } from './login/login.svelte.ts';
import type { LoadRuns } from './load/load-runs.svelte.ts';
import { Race } from './race/race.svelte.ts';
import { StandardComparison } from './race/standard-comparison.svelte.ts';

export class TransportsLab {
	readonly bench: WorkbenchState;
	readonly pageUrl: URL;
	/** The last one stays when its page is left: a lane of it may be opened. */
	readonly race: Race;
	readonly standard: StandardComparison;
	/** Made by its page, with what only that page needs; kept as the race is. */
	login: QrLogin | null = null;
	load: LoadRuns | null = null;
	game: Game | null = null;

	/** @param session of its own by default; it is opened with `session.open()` */
	constructor(pageUrl: URL, session: LabSession = new LabSession(channelUrl(pageUrl))) {
		this.pageUrl = pageUrl;
		this.bench = new WorkbenchState(session);
		const { origin } = pageUrl;
		this.race = new Race({ session, origin });
		this.standard = new StandardComparison({ session, origin });
	}

	get session(): LabSession {
		return this.bench.session;
	}

	/** Fetches what the page does not begin with. */
	prepare(): void {
		// Each tool fetches its own.
	}

	dispose(): void {
		void this.race.dispose();
		void this.standard.dispose();
		void this.load?.cancel();
		this.login?.dispose();
		void this.game?.dispose();
		this.bench.dispose();
	}
}
