import { describe, expect, it } from 'vitest';
import { sectionLink } from './section-link.ts';

const rfc = (path: string) => `https://www.rfc-editor.org/rfc/rfc${path}`;

describe('a section', () => {
	it.each([
		['5.2', 'RFC 6455 §5.2', '6455#section-5.2'],
		['§5.5.1', 'RFC 6455 §5.5.1', '6455#section-5.5.1'],
		['RFC 7692 6.1', 'RFC 7692 §6.1', '7692#section-6.1'],
		['RFC 7692 §7.2.3', 'RFC 7692 §7.2.3', '7692#section-7.2.3'],
		['RFC 7692 A.1', 'RFC 7692 §A.1', '7692#appendix-A.1'],
		['RFC 9112', 'RFC 9112', '9112']
	])('%s is %s', (section, name, path) => {
		expect(sectionLink(section)).toMatchObject({ name, href: rfc(path) });
	});

	it.each(['', '5.2"onclick=', 'javascript:alert(1)', 'RFC', '../x'])('is not %j', (section) => {
		expect(() => sectionLink(section)).toThrow(RangeError);
	});
});
