/** The header parsers of `ws`, which it exports and its published types leave out. */
import * as ws from 'ws';

/** A parameter with its values, `true` for one without a value. */
type WsParameters = Readonly<Record<string, readonly (string | true)[]>>;

interface Untyped {
	readonly subprotocol: { parse(header: string): Set<string> };
	/** Offers by name: those of one name stand together, in their order. */
	readonly extension: { parse(header: string): Readonly<Record<string, readonly WsParameters[]>> };
}

const { subprotocol, extension } = ws as unknown as Untyped;

/** Names in their order; null where `ws` refuses the value. */
export function parseWithWs(value: string): string[] | null {
	try {
		return [...subprotocol.parse(value)];
	} catch {
		return null;
	}
}

export type Offers = Readonly<Record<string, readonly WsParameters[]>>;

/** Null where `ws` refuses the value. */
export function parseOffersWithWs(value: string): Offers | null {
	try {
		return { ...extension.parse(value) };
	} catch {
		return null;
	}
}
