/**
 * Recordings as files: saved with secrets masked, opened with every fault named.
 */
import { Conversations } from '#lib/capture/conversations.ts';
import type { RecordingFault } from '#lib/capture/recording-file.ts';
import { Recording } from '#lib/capture/recording.ts';
import { maskRecording } from '#lib/capture/secrets.ts';
import { inflate } from '#lib/protocol/deflate/inflate-message.ts';
import { Capture } from '../session/capture.svelte.ts';

/** Largest file that is read at all, in bytes: JSON of a full session, base64 included. */
const LARGEST_FILE = 96 << 20;

export type OpenedRecording =
	/** One capture a connection. */
	| { readonly isOk: true; readonly captures: readonly Capture[] }
	| { readonly isOk: false; readonly code: RecordingFault | 'too-large' };

export async function openRecordingFile(file: File): Promise<OpenedRecording> {
	if (file.size > LARGEST_FILE) return { isOk: false, code: 'too-large' };
	return openRecording(await file.text());
}

/** @param json a recording, parsed or not */
export function openRecording(json: unknown): OpenedRecording {
	const read = Recording.fromJSON(json);
	if (!read.isOk) return read;
	const { recording } = read;
	const conversations = Conversations.of(recording, { inflate });
	const captures = conversations.connections.map(
		(connection) => new Capture('recorded', recording, conversations.open(connection))
	);
	return { isOk: true, captures };
}

/** Hands the recording to the browser as a download. */
export function saveRecording(recording: Recording, isUnmasked: boolean): void {
	const kept = isUnmasked ? recording : maskRecording(recording);
	const blob = new Blob([JSON.stringify(kept)], { type: 'application/json' });
	const link = document.createElement('a');
	link.href = URL.createObjectURL(blob);
	link.download = `wire101-${recording.startedAt.replace(/[:.]/g, '-')}.json`;
	link.click();
	// The browser takes the blob in the same task; the URL is only a name for it.
	URL.revokeObjectURL(link.href);
}
