/** What is in the clear in one TLS record, in words. */
import type { Text } from '#lib/i18n/text.ts';
import { TLS_HANDSHAKE_TYPES } from '#lib/protocol/tls/tls-handshake.ts';
import type { TlsRecord } from '#lib/protocol/tls/tls-record.ts';
import { visibleText } from '../sequence/preview.ts';
import { tlsCipherName, tlsVersionName } from './tls-overhead.ts';

type Words = Text['handshakeLab']['tls']['diagram'];

/** Characters of what somebody else has written: names may be 64 KiB long. */
const LONGEST = 80;

export function clearFacts(words: Words, record: TlsRecord): string[] {
	const { handshakes, alert, type } = record;
	if (alert) return [words.alert(String(alert.level), String(alert.description))];
	if (type === 'change_cipher_spec') return [words.compatible];
	return handshakes.flatMap(({ type: message, length, clientHello, serverHello }) => {
		const name = TLS_HANDSHAKE_TYPES[message] ?? String(message);
		const facts = [words.message(name, words.bytes(String(length)))];
		if (clientHello) {
			const { serverName, ciphers, versions, legacyVersion, alpn } = clientHello;
			const offered = versions.length > 0 ? versions : [legacyVersion];
			const names = offered.filter(isKnown).map(tlsVersionName);
			if (serverName !== null) facts.push(words.sni(shown(serverName)));
			if (alpn.length > 0) facts.push(words.alpn(shown(alpn.join(', '))));
			facts.push(words.offers(String(ciphers.length), shown(names.join(', '))));
		}
		if (serverHello) {
			const { version, cipher } = serverHello;
			facts.push(words.chooses(tlsVersionName(version), tlsCipherName(cipher)));
		}
		return facts;
	});
}

/** Clients offer made-up versions as well, so that servers learn to ignore them (RFC 8701). */
function isKnown(version: number): boolean {
	return version >= 0x0301 && version <= 0x0304;
}

function shown(text: string): string {
	return visibleText(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
}
