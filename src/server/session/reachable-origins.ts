/** Under which origins other devices of the network reach this server. */
import { isIPv4 } from 'node:net';
import { bracketed, machineAddresses } from '../http/host-gate.ts';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/i;

/**
 * @param listening address that the server listens on
 * @param called `host:port` by which a page calls us: others call the same port
 * @param own addresses of this machine on its networks
 * @returns origins such as http://192.168.1.20:3000; none where only this machine reaches us
 */
export function reachableOrigins(
	listening: string,
	called: string,
	own: () => readonly string[] = machineAddresses
): string[] {
	if (LOOPBACK.test(listening)) return [];
	const port = /:(\d{1,5})$/.exec(called)?.[1];
	return addressesOf(listening, own).map(
		(address) => `http://${bracketed(address)}${port === undefined ? '' : `:${port}`}`
	);
}

function addressesOf(listening: string, own: () => readonly string[]): readonly string[] {
	if (listening === '0.0.0.0') return own().filter((address) => isIPv4(address));
	return listening === '::' ? own() : [listening];
}
