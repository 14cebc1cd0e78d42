/** The matrix as a file: dated by the page's clock, handed to the browser as a download. */
import { matrixToJson, type Matrix } from '#lib/runs/cases/matrix.ts';

/** ISO 8601. */
export function isoNow(): string {
	return new Date().toISOString();
}

export function saveMatrix(matrix: Matrix): void {
	const text = JSON.stringify(matrixToJson(matrix), null, '\t');
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	link.download = `wire101-matrix-${matrix.recordedAt.replace(/[:.]/g, '-')}.json`;
	link.click();
	// The browser takes the blob in the same task; the URL is only a name for it.
	URL.revokeObjectURL(link.href);
}
