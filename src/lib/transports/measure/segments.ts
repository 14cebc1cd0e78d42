/**
 * What IP and TCP headers add to the bytes that are counted: an estimate, for only a packet capture
 * shows segments. Its assumptions are its numbers.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9293#section-3.1
 */
export const ASSUMED = {
	/** Bytes of an IPv4 header without options (RFC 791 §3.1). */
	ipHeader: 20,
	/** Bytes of a TCP header with timestamps (RFC 9293 §3.1, RFC 7323 §3.2). */
	tcpHeader: 32,
	/** Bytes of payload in a segment: an Ethernet's 1500 less both headers. */
	segment: 1448,
	/** Segments that one acknowledgement answers (RFC 9293 §3.8.6.3). */
	perAck: 2,
	/** Bytes of both headers with the options of a SYN. */
	synPacket: 60,
	/** Packets of a connection's begin and end beside the SYNs: ACK; FIN and ACK from each side. */
	controlPackets: 5
} as const;

/** Segments that one chunk fills, sent alone. */
export function segmentsOf(bytes: number): number {
	return Math.ceil(bytes / ASSUMED.segment);
}

export interface HeaderEstimate {
	/** Bytes of headers of what carries payload. */
	readonly segments: number;
	/** Of acknowledgements that carry nothing else. */
	readonly acks: number;
	/** Of the begin and the end of connections. */
	readonly connections: number;
	readonly total: number;
}

/** Bytes that IP and TCP headers add, both ways. */
export function estimateHeaders(measured: {
	readonly segmentsUp: number;
	readonly segmentsDown: number;
	readonly connections: number;
}): HeaderEstimate {
	const { ipHeader, tcpHeader, perAck, synPacket, controlPackets } = ASSUMED;
	const packet = ipHeader + tcpHeader;
	const { segmentsUp, segmentsDown } = measured;
	const segments = (segmentsUp + segmentsDown) * packet;
	const acks = (Math.ceil(segmentsUp / perAck) + Math.ceil(segmentsDown / perAck)) * packet;
	const connections = measured.connections * (2 * synPacket + controlPackets * packet);
	return { segments, acks, connections, total: segments + acks + connections };
}
