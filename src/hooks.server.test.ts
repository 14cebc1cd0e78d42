import type { RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { handle } from './hooks.server.ts';

/** What the hook answers to a request for a page that is `<html lang="%lang%">`. */
async function answer(path: string, acceptLanguage = ''): Promise<Response> {
	const url = new URL(path, 'http://localhost:3000');
	const request = new Request(url, { headers: { 'accept-language': acceptLanguage } });
	const event = { url, request, locals: {} } as unknown as RequestEvent;
	const resolve = async (_event: RequestEvent, options?: ResolveOptions) => {
		const html = '<html lang="%lang%">';
		return new Response(await options?.transformPageChunk?.({ html, done: true }));
	};
	return handle({ event, resolve });
}

describe('the root', () => {
	it.each([
		['zh-CN,zh;q=0.9', '/zh'],
		['en-GB', '/en'],
		['', '/en']
	])('leads who accepts %j to %s', async (accepted, location) => {
		const response = await answer('/', accepted);
		expect(response.status).toBe(307);
		expect(response.headers.get('location')).toBe(location);
	});

	it('keeps the query', async () => {
		expect((await answer('/?from=class', 'zh')).headers.get('location')).toBe('/zh?from=class');
	});

	it('tells caches that the language decides', async () => {
		expect((await answer('/')).headers.get('vary')).toBe('Accept-Language');
	});
});

describe('the language of a document', () => {
	it.each([
		['/zh/lab', 'en', 'zh-CN'],
		['/en', 'zh', 'en'],
		['/fr/lab', 'zh', 'zh-CN'],
		['/nothing', '', 'en']
	])('of %s for who accepts %j is %s', async (path, accepted, lang) => {
		expect(await (await answer(path, accepted)).text()).toBe(`<html lang="${lang}">`);
	});

	it('varies only where the path does not name it', async () => {
		expect((await answer('/zh')).headers.get('vary')).toBeNull();
		expect((await answer('/fr')).headers.get('vary')).toBe('Accept-Language');
	});
});
