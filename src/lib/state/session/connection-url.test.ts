import { describe, expect, it } from 'vitest';
import { asksForDeflate, isOwn } from './connection-url.ts';

describe('a connection asks for deflate', () => {
	it.each([
		['ws://h/ws/echo?deflate=on', true],
		['ws://h/ws/echo?protocols=a&deflate=%6Fn', true],
		['ws://h/ws/echo?deflate=off', false],
		['ws://h/ws/echo', false],
		['no URL', false]
	])('%s: %s', (url, expected) => {
		expect(asksForDeflate(url)).toBe(expected);
	});
});

describe('a target is the own server of a page', () => {
	it.each([
		['ws://localhost:3000/ws/echo', true],
		['/ws/echo', true],
		['http://localhost:3000/', true],
		['ws://localhost:3001/ws/echo', false],
		['ftp://localhost:3000/', false],
		['ws://', true]
	])('%s: %s', (url, expected) => {
		expect(isOwn(url, new URL('http://localhost:3000/en/lab'))).toBe(expected);
	});
});
