/** The transports lab of the page, for every tool under its layout. */
import { getContext, setContext } from 'svelte';
import type { TransportsLab } from './transports-lab.svelte.ts';

const KEY = Symbol('transports-lab');

export function setTransportsLab(lab: TransportsLab): TransportsLab {
	return setContext(KEY, lab);
}

/** @throws TypeError outside the transports lab's layout */
export function getTransportsLab(): TransportsLab {
	const lab = getContext<TransportsLab | undefined>(KEY);
	if (!lab) throw new TypeError('getTransportsLab: no layout above has set a transports lab');
	return lab;
}
