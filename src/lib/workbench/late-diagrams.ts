/** Diagrams of captured traffic: not needed before the first capture, so loaded on their own. */

export const loadSequence = () => import('#lib/diagrams/sequence/SequenceDiagram.svelte');
export const loadAnatomy = () => import('#lib/diagrams/record-anatomy/RecordAnatomy.svelte');

/** Fetches them before they are asked for; whoever needs a missing one asks again, and says so. */
export function prepareDiagrams(): void {
	void Promise.allSettled([loadSequence(), loadAnatomy()]);
}
