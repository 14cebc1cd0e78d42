/** The matrices that were taken with two browsers and are stored with the app. */
import { readMatrix, type Matrix } from '#lib/runs/cases/matrix.ts';

/** Those that this page can read, fetched when asked for; rejects where they cannot be fetched. */
export async function loadMatrices(): Promise<readonly Matrix[]> {
	const files = await Promise.all([
		import('../../../../content/recordings/matrix-chromium.json'),
		import('../../../../content/recordings/matrix-firefox.json')
	]);
	return files.flatMap(({ default: json }) => readMatrix(json) ?? []);
}
