/** Which columns and cases a table shows, and how many agree. */
import type { Text } from '#lib/i18n/text.ts';
import type { Direction } from '#lib/protocol/direction.ts';
import type { Case } from '#lib/runs/cases/cases.ts';
import { agreementOf, findRow, type Matrix } from '#lib/runs/cases/matrix.ts';
import type { TryAll } from '#lib/state/frame-lab/try-all.svelte.ts';
import { shortPeerName } from '#lib/state/workbench/peer-names.ts';
import type { Column } from './columns.ts';

export interface Counts {
	readonly agree: number;
	readonly differ: number;
	readonly open: number;
}

/** The peer as it is tried now, then each recording: `ws` is the same peer in all of them. */
export function columnsOf(
	text: Text,
	role: Direction,
	tryAll: TryAll,
	recordings: readonly Matrix[]
): readonly Column[] {
	const { peerSays, recordedOn } = text.frameLab.cases;
	const now: Column = {
		title: peerSays(shortPeerName(tryAll.peers[role])),
		find: (tried) => tryAll.row(tried)
	};
	const shown = role === 'client' ? recordings.slice(0, 1) : recordings;
	const recorded = shown.map((matrix) => ({
		title: recordedOn(shortPeerName(matrix.peers[role]), matrix.recordedAt.slice(0, 10)),
		find: (tried: Case) => findRow(matrix, tried)
	}));
	return [now, ...recorded];
}

/** Whether any column has the judges part over it. */
export function hasDisagreement(columns: readonly Column[], tried: Case): boolean {
	return columns.some(({ find }) => {
		const row = find(tried);
		return row !== null && isDisagreement(row);
	});
}

export function countAgreement(tryAll: TryAll, cases: readonly Case[]): Counts {
	const counts = { agree: 0, differ: 0, open: 0 };
	for (const tried of cases) {
		const row = tryAll.row(tried);
		if (!row) continue;
		if (isDisagreement(row)) counts.differ++;
		else counts[agreementOf(row) === 'agree' ? 'agree' : 'open']++;
	}
	return counts;
}

function isDisagreement(row: Parameters<typeof agreementOf>[0]): boolean {
	const agreement = agreementOf(row);
	return agreement !== 'agree' && agreement !== 'open';
}
