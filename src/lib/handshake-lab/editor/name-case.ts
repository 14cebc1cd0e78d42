/** In which case a header name is written. */
import { headerInfo } from '#lib/protocol/handshake/headers.ts';
import { latin1 } from '#lib/protocol/latin1.ts';
import type { HeaderCase } from './head-editing.svelte.ts';

/** As a browser capitalizes a name that nobody knows: each word's first letter. */
const WORDS = /^[A-Z][a-z0-9]*(?:-[A-Z][a-z0-9]*)*$/;

/** Null: in none of the three. */
export function caseOf(bytes: Uint8Array): HeaderCase | null {
	const name = latin1(bytes);
	if (!/[A-Za-z]/.test(name)) return null;
	const usual = headerInfo(name)?.name;
	if (name === usual || (usual === undefined && WORDS.test(name))) return 'canonical';
	if (!/[A-Z]/.test(name)) return 'lower';
	return /[a-z]/.test(name) ? null : 'upper';
}
