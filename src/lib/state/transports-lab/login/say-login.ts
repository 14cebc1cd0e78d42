/** What attempts to be logged in show, as sentences in the page's language. */
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import { decisionDelay, type LoginFinding } from '#lib/transports/login/login-findings.ts';
import type { LoginResult } from '#lib/transports/login/login-result.ts';
import type { Transport } from '#lib/transports/transport.ts';

type Words = Text['transportsLab'];

export interface LoginWords {
	readonly words: Words['login']['findings'];
	readonly shell: Words['shell'];
	readonly format: Pick<Formats, 'number' | 'bytes' | 'duration'>;
}

/** How an attempt was waited for: `Short polling, asks every 2,000 ms`. */
export function nameWay(
	{ transport, client }: Pick<LoginResult, 'transport' | 'client'>,
	shell: Words['shell'],
	{ number }: Pick<Formats, 'number'>
): string {
	const { laneSettings } = shell;
	const details = [shell.transports[transport]];
	if (transport === 'short-polling') {
		details.push(laneSettings.interval(number(client.interval)));
		if (client.usesEtag) details.push(laneSettings.etag);
	} else if (transport === 'long-polling') details.push(laneSettings.hold(number(client.hold)));
	return details.join(laneSettings.separator);
}

export function sayLogin(finding: LoginFinding, say: LoginWords): string {
	const { words, format, shell } = say;
	const name = (transport: Transport) => shell.transports[transport];
	switch (finding.kind) {
		case 'asked': {
			const { interval, count, least, most, mean } = finding;
			const { duration } = format;
			const due = words.asked(duration(interval * 1000), duration(interval * 500));
			const measured =
				count === 1
					? words.askedOnce(duration(most))
					: words.askedOften(format.number(count), duration(least), duration(most), duration(mean));
			return due + shell.betweenSentences + measured;
		}
		case 'empty':
			return words.empty(format.number(finding.empty), format.number(finding.requests));
		case 'told': {
			const { transport, requests } = finding.result;
			if (transport === 'short-polling') return '';
			const times = joinTimes(finding, say);
			return words.told[transport](times, format.number(requests));
		}
		case 'faster': {
			const { fast, slow } = finding;
			const time = (result: LoginResult) => format.duration(decisionDelay(result) ?? 0);
			return words.faster(name(fast.transport), time(fast), name(slow.transport), time(slow));
		}
		case 'cheaper': {
			const { cheap, dear } = finding;
			const names = [name(cheap.transport), name(dear.transport)] as const;
			return words.cheaper(names[0], spent(cheap, say), names[1], spent(dear, say));
		}
	}
}

function spent({ up, down, requests, waited }: LoginResult, { words, format }: LoginWords): string {
	return words.spent(format.bytes(up + down), requests, format.duration(waited));
}

function joinTimes(
	{ scan, decision }: Extract<LoginFinding, { kind: 'told' }>,
	{ words, format }: LoginWords
): string {
	const parts = [
		...(scan === null ? [] : [words.scanKnew(format.duration(scan))]),
		...(decision === null ? [] : [words.decisionKnew(format.duration(decision))])
	];
	return parts.join(words.and);
}
