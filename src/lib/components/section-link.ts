/** Names of RFC sections, and where they can be read. */

export interface SectionLink {
	/** Number of the RFC. */
	readonly rfc: number;
	/** `§5.2`, or `RFC 7692` where no section is named. */
	readonly short: string;
	/** `RFC 6455 §5.2` */
	readonly name: string;
	readonly href: string;
}

const EDITOR = 'https://www.rfc-editor.org/rfc/rfc';

/**
 * Reads `5.2` (RFC 6455), `RFC 7692 6.1`, `RFC 7692 §6.1` or `RFC 20`. An appendix is a section
 * whose name is a letter (`A.1`).
 */
export function sectionLink(section: string): SectionLink {
	const match = /^(?:RFC\s*(\d+))?\s*§?\s*(\d+(?:\.\d+)*|[A-Z](?:\.\d+)*)?$/.exec(section.trim());
	if (!match || (!match[1] && !match[2]))
		throw new RangeError(`section: not a section: ${section}`);
	const rfc = Number(match[1] ?? 6455);
	const part = match[2];
	if (!part) return { rfc, short: `RFC ${rfc}`, name: `RFC ${rfc}`, href: `${EDITOR}${rfc}` };
	const anchor = /^[A-Z]/.test(part) ? `appendix-${part}` : `section-${part}`;
	return {
		rfc,
		short: `§${part}`,
		name: `RFC ${rfc} §${part}`,
		href: `${EDITOR}${rfc}#${anchor}`
	};
}
