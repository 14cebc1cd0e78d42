/** What an observed handshake that `ws` refused was told, read from the answer itself. */
import { Buffer } from 'node:buffer';
import type { ExchangeRecorder } from '../tap/exchange-recorder.ts';

export function reportRefusal(recorder: ExchangeRecorder): void {
	const { observation, answer } = recorder;
	if (answer === null) return;
	const text = Buffer.from(answer.buffer, answer.byteOffset, answer.length).toString('latin1');
	const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
	if (!status) return;
	const message = text.slice(text.indexOf('\r\n\r\n') + 4);
	const { sink, connection } = observation;
	const told = { name: 'refused', status, message } as const;
	sink.append({ kind: 'server', t: sink.now(), connection, told });
}
