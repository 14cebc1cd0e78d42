/** Times the way of a run from the press of "Send" to the peer's verdict, in the page. */

export interface VerdictTimes {
	/** ms from each press to the frame painted with the verdict. */
	readonly verdicts: readonly number[];
	/** ms of the least that can be: an echo of the page's own WebSocket, one word changed, painted. */
	readonly bare: readonly number[];
}

export interface VerdictWatch {
	/** Name of the peer's card. */
	readonly peer: string;
	/** Word of the verdict that is timed; others are waited for only. */
	readonly word: string;
	/** Bit of the draft that is turned over between two runs; null: the connection is kept. */
	readonly flip: number | null;
	readonly warmUp: number;
	readonly rounds: number;
}

/**
 * Runs in the page: refers to nothing outside. ms from each press to the frame painted in which
 * the peer's card shows its verdict. It differs from the one before, or counts one more answer.
 */
export async function timeVerdicts(watch: VerdictWatch): Promise<VerdictTimes> {
	const { peer, word, flip, warmUp, rounds } = watch;
	const MOST = 10_000;
	const card = (): string => {
		const cards = [...document.querySelectorAll<HTMLElement>('.judges section')];
		const found = cards.find((each) => each.querySelector('h4')?.textContent === peer);
		const verdict = found?.querySelector('.verdict')?.textContent.trim() ?? '';
		return `${verdict}|${found?.querySelector('dd')?.textContent.trim() ?? ''}`;
	};
	const task = (): Promise<void> =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve();
			port2.postMessage(null);
		});
	/** The next frame is painted when its task after the animation callbacks is over. */
	const painted = async (): Promise<number> => {
		await new Promise((resolve) => requestAnimationFrame(resolve));
		await task();
		return performance.now();
	};
	const sendButton = (): HTMLButtonElement | null =>
		document.querySelector('form.send button[type=submit]:enabled');
	const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
	const until = async (isTrue: () => boolean): Promise<void> => {
		const from = performance.now();
		while (!isTrue()) {
			if (performance.now() - from > MOST) throw new Error(`waited in vain: ${card()}`);
			await later(5);
		}
	};
	/** As soon as the card says something new that is a verdict. */
	const judged = (before: string): Promise<void> =>
		new Promise((resolve, reject) => {
			const observer = new MutationObserver(() => look());
			const timer = setTimeout(() => done(() => reject(new Error(`no verdict: ${card()}`))), MOST);
			const done = (settle: () => void): void => {
				clearTimeout(timer);
				observer.disconnect();
				settle();
			};
			const look = (): void => {
				const now = card();
				const isWord = flip !== null || now.startsWith(`${word}|`);
				const isVerdict = /^(?!waiting|\|)/i.test(now);
				if (now !== before && isWord && isVerdict) done(resolve);
			};
			const root = document.getElementById('pane-results');
			if (!root) throw new Error('the page has no results');
			observer.observe(root, { subtree: true, childList: true, characterData: true });
		});
	const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws/echo`);
	await new Promise((resolve) => (socket.onopen = resolve));
	const mark = document.createElement('p');
	document.body.append(mark);
	const timeBare = async (): Promise<number> => {
		const answered = new Promise<MessageEvent>((resolve) => (socket.onmessage = resolve));
		const began = performance.now();
		socket.send(String(began));
		mark.textContent = String((await answered).data);
		return (await painted()) - began;
	};
	const took: number[] = [];
	const bare: number[] = [];
	for (let round = -warmUp; took.length < rounds; round++) {
		await until(() => sendButton() !== null);
		// What the run before left behind is done, and the press meets the screen anywhere in a frame.
		await later(60 + (((round + warmUp) * 7) % 17));
		if (flip !== null) document.querySelector<HTMLElement>(`button[data-bit="${flip}"]`)?.click();
		await later(40);
		const before = card();
		const verdict = judged(before);
		const began = performance.now();
		sendButton()?.click();
		await verdict;
		const ended = await painted();
		if (round < 0 || !card().startsWith(`${word}|`)) continue;
		took.push(ended - began);
		await later(60 + ((round * 7) % 17));
		bare.push(await timeBare());
	}
	socket.close();
	return { verdicts: took, bare };
}
