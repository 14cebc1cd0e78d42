/** The handshake lab of the page, for every tool under its layout. */
import { getContext, setContext } from 'svelte';
import type { HandshakeLab } from './handshake-lab.svelte.ts';

const KEY = Symbol('handshake-lab');

export function setHandshakeLab(lab: HandshakeLab): HandshakeLab {
	return setContext(KEY, lab);
}

/** @throws TypeError outside the handshake lab's layout */
export function getHandshakeLab(): HandshakeLab {
	const lab = getContext<HandshakeLab | undefined>(KEY);
	if (!lab) throw new TypeError('getHandshakeLab: no layout above has set a handshake lab');
	return lab;
}
