/** Lines of a shown source that belong to a path through its code. */
import type { functions, lines } from 'virtual:source/*';
import type { ChatFile, CodeStep } from './code-path.ts';

export interface ShownSource {
	readonly path: string;
	readonly lines: typeof lines;
	readonly functions: typeof functions;
}

/** `ran`: of a function that ran; `mark`: the line that did it. */
export type LineMark = 'ran' | 'mark';

/** Marks by the number of the line, from 1. */
export function markLines(
	{ functions, lines }: ShownSource,
	file: ChatFile,
	path: readonly CodeStep[]
): ReadonlyMap<number, LineMark> {
	const marks = new Map<number, LineMark>();
	for (const step of path) {
		const place = functions.find(({ name }) => step.file === file && step.name === name);
		if (!place) continue;
		for (let at = place.first; at <= place.last; at++) {
			const isMark = step.mark !== undefined && lineText(lines, at).includes(step.mark);
			if (isMark || (!step.isAlone && !marks.has(at))) marks.set(at, isMark ? 'mark' : 'ran');
		}
	}
	return marks;
}

function lineText(all: ShownSource['lines'], at: number): string {
	return (all[at - 1] ?? []).map(({ text }) => text).join('');
}

export function sourceText({ lines }: ShownSource): string {
	return lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('');
}
