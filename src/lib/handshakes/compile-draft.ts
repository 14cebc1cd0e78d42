/** From a draft to what is carried out: writes at its pace, and how the student's side ends. */
import { measureScript, type RunScript } from '#lib/runs/run-script.ts';
import type { HandshakeDraft } from './handshake-draft.ts';

/**
 * A client's script waits for the answer, unless the draft ends before.
 *
 * @throws RangeError when draft is over HANDSHAKE_LIMITS (`draftFaults` tells before)
 */
export function compileDraft(draft: HandshakeDraft): RunScript {
	const { bytes, gap } = draft;
	return {
		steps: [{ kind: 'write', bytes, unit: 'whole', times: 1 }, { kind: 'await-head' }],
		gap
	};
}

/** Bytes, writes and milliseconds of the draft as it is carried out. */
export function measureDraft(draft: HandshakeDraft): ReturnType<typeof measureScript> {
	return measureScript(compileDraft(draft));
}
