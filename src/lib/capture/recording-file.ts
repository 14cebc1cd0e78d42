/**
 * A recording as JSON: versioned, bytes in base64, checked and bounded when it is read.
 */
import type { Recording } from './recording.ts';

export const RECORDING_FORMAT = 'wire101-recording';
export const RECORDING_VERSION = 1;

export interface RecordingFile {
	readonly format: typeof RECORDING_FORMAT;
	readonly version: typeof RECORDING_VERSION;
	readonly startedAt: string;
	/** Events as in the recording, `bytes` in base64. */
	readonly events: readonly Readonly<Record<string, unknown>>[];
}

export interface RecordingLimits {
	readonly maxEvents: number;
	/** Bytes of all chunks together. */
	readonly maxBytes: number;
}

export type RecordingFault =
	| 'not-json'
	| 'not-a-recording'
	| 'unknown-version'
	| 'too-many-events'
	| 'too-many-bytes'
	| 'invalid-event';

export type RecordingRead =
	| { readonly isOk: true; readonly recording: Recording }
	| {
			readonly isOk: false;
			readonly code: RecordingFault;
			/** Index of the event at fault; null where it is the file. */
			readonly event: number | null;
			/** Name of the field at fault; null where it is not one field. */
			readonly field: string | null;
	  };

export function readRecording(_json: unknown, _limits?: Partial<RecordingLimits>): RecordingRead {
	return { isOk: false, code: 'not-a-recording', event: null, field: null };
}

export function writeRecording(recording: Recording): RecordingFile {
	return {
		format: RECORDING_FORMAT,
		version: RECORDING_VERSION,
		startedAt: recording.startedAt,
		events: []
	};
}
