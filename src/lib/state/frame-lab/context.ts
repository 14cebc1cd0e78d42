/** The frame lab of the page, for every tool under its layout. */
import { getContext, setContext } from 'svelte';
import type { FrameLab } from './frame-lab.svelte.ts';

const KEY = Symbol('frame-lab');

export function setFrameLab(lab: FrameLab): FrameLab {
	return setContext(KEY, lab);
}

/** @throws TypeError outside the frame lab's layout */
export function getFrameLab(): FrameLab {
	const lab = getContext<FrameLab | undefined>(KEY);
	if (!lab) throw new TypeError('getFrameLab: no layout above has set a frame lab');
	return lab;
}
