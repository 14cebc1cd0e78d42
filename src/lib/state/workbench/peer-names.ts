/** Who the peers are: the library of the server, which this page was built with, and the browser. */
import { version } from 'ws/package.json';
import type { Matrix } from '#lib/runs/cases/matrix.ts';

const BROWSERS = [
	['Firefox', /\bFirefox\/(\d+)/],
	['Edge', /\bEdg\/(\d+)/],
	['Chromium', /Chrom(?:e|ium)\/(\d+)/],
	['Safari', /\bVersion\/(\d+).*\bSafari\//]
] as const;

export function peerNames(): Matrix['peers'] {
	return { client: `ws ${version}`, server: navigator.userAgent };
}

/** Name and major version of a user agent; the whole string where it is of no known family. */
export function shortPeerName(name: string): string {
	for (const [family, pattern] of BROWSERS) {
		const major = pattern.exec(name)?.[1];
		if (major) return `${family} ${major}`;
	}
	return name;
}
