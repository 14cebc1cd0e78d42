/**
 * Recordings as files: saved with secrets masked, opened with every fault named.
 */
import { Recording } from '#lib/capture/recording.ts';
import type { RecordingRead } from '#lib/capture/recording.ts';
import { maskRecording } from '#lib/capture/secrets.ts';

/** Largest file that is read at all, in bytes: JSON of a full session, base64 included. */
const LARGEST_FILE = 96 << 20;

export type OpenedFile =
	| RecordingRead
	| {
			readonly isOk: false;
			readonly code: 'too-large';
			readonly event: null;
			readonly field: null;
	  };

export async function readRecordingFile(file: File): Promise<OpenedFile> {
	if (file.size > LARGEST_FILE) return { isOk: false, code: 'too-large', event: null, field: null };
	return readRecording(await file.text());
}

/** @param json a recording, parsed or not */
export function readRecording(json: unknown): RecordingRead {
	return Recording.fromJSON(json);
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
