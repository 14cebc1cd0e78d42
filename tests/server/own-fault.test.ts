/** A fault of our own costs the connection that met it, and no other. */
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { startLab } from './support/lab-fixture.ts';
import { handshake, openRaw, openWebSocket } from './support/raw-client.ts';

it('an upgrade whose handling throws ends its own connection and leaves the server up', async () => {
	const lab = await startLab();
	const recording = lab.expect();
	Object.defineProperty(recording, 'sink', {
		get() {
			throw new Error('a fault of our own');
		}
	});
	const client = await openRaw(lab.port);
	client.write(handshake(`/ws/echo?ticket=${recording.ticket}`));
	await once(client.socket, 'end');
	client.destroy();

	const other = await openWebSocket(lab.port, '/ws/echo');
	expect(other.text).toContain('101 Switching Protocols');
	other.destroy();
	await lab.close();
});
