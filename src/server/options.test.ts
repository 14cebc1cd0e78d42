import { describe, expect, it } from 'vitest';
import { INTEGER_OPTIONS, parseOptions } from './options.ts';

describe('options', () => {
	it('have the defaults of their table', () => {
		const { port, limits } = parseOptions({});
		for (const [name, , fallback] of INTEGER_OPTIONS) {
			expect({ port, ...limits }[name], name).toBe(fallback);
		}
	});

	it.each(
		INTEGER_OPTIONS.map(([name, variable, , lowest, highest]) => ({
			name,
			variable,
			lowest,
			highest
		}))
	)('take $variable from $lowest to $highest', ({ name, variable, lowest, highest }) => {
		const at = (value: number) => {
			const { port, limits } = parseOptions({ [variable]: String(value) });
			return { port, ...limits }[name];
		};
		expect([at(lowest), at(highest)]).toEqual([lowest, highest]);
		expect(() => at(lowest - 1)).toThrow(variable);
		expect(() => at(highest + 1)).toThrow(variable);
	});

	it.each([
		['PORT', '3e3'],
		['PORT', '-1'],
		['PORT', '3000.5'],
		['HOST', 'a b'],
		['ORIGIN', 'https://wire101.example/path'],
		['ORIGIN', 'ftp://wire101.example'],
		['TRUST_PROXY', '10.0.0.0/33'],
		['TRUST_PROXY', 'proxy.example'],
		['METRICS_TOKEN', 'short'],
		['RAW_SERVER', 'maybe'],
		['LOG_LEVEL', 'loud']
	])('refuse %s="%s" with a sentence that names it', (variable, value) => {
		expect(() => parseOptions({ [variable]: value })).toThrow(`${variable} is "${value}": it must`);
	});

	it('name every bad value at once', () => {
		expect(() => parseOptions({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT[^]*LOG_LEVEL/);
	});

	it('read lists and origins', () => {
		const { origin, allowedHosts, trustProxy } = parseOptions({
			ORIGIN: 'https://Wire101.example/',
			ALLOWED_HOSTS: ' a.example, B.example ,',
			TRUST_PROXY: '10.0.0.0/8,::1'
		});
		expect(origin).toBe('https://wire101.example');
		expect(allowedHosts).toEqual(['a.example', 'b.example']);
		expect(trustProxy).toEqual(['10.0.0.0/8', '::1']);
	});

	it.each([
		['on', true],
		['off', false],
		['', true]
	])('read RAW_SERVER="%s" as a switch', (text, isOn) => {
		expect(parseOptions({ RAW_SERVER: text }).hasRawServer).toBe(isOn);
	});

	it('take an empty variable for an absent one', () => {
		expect(parseOptions({ PORT: '', HOST: ' ' })).toEqual(parseOptions({}));
	});
});
