/**
 * What reading a deflate stream block by block yields: every bit has its place in it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc1951#section-3.2
 */

/** Bits of the stream, counted from its first; bit 0 is the least significant of byte 0 (§3.1.1). */
export interface BitSpan {
	readonly bitOffset: number;
	readonly bitLength: number;
}

/** Bytes of this stream's own output, counted from its first. */
interface OutputSpan {
	readonly outputOffset: number;
	readonly outputLength: number;
}

/** What the bits of a token are, in the order in which they come. */
export type TokenPartName =
	'literal-length-code' | 'length-extra' | 'distance-code' | 'distance-extra' | 'stored-bytes';

export interface TokenPart extends BitSpan {
	readonly name: TokenPartName;
	/** The symbol of a code, or the number that extra bits add. */
	readonly value: number;
}

interface TokenCommon extends BitSpan, OutputSpan {
	readonly parts: readonly TokenPart[];
}

export type DeflateToken =
	/** One byte, by its code. */
	| (TokenCommon & { readonly kind: 'literal'; readonly value: number })
	/** `outputLength` bytes again, from `distance` bytes before; may reach into the window. */
	| (TokenCommon & { readonly kind: 'match'; readonly distance: number })
	/** The bytes of a stored block, as they are. */
	| (TokenCommon & { readonly kind: 'stored' })
	/** Symbol 256: the block ends. */
	| (TokenCommon & { readonly kind: 'end' });

/** Fields before a block's data, by the names of RFC 1951 §3.2.3 to §3.2.7. */
export type BlockFieldName =
	| 'BFINAL'
	| 'BTYPE'
	| 'padding'
	| 'LEN'
	| 'NLEN'
	| 'HLIT'
	| 'HDIST'
	| 'HCLEN'
	/** The lengths of the code that writes the next field, three bits each. */
	| 'code-length-lengths'
	/** The lengths of both codes, run-length coded. */
	| 'code-lengths';

export interface BlockField extends BitSpan {
	readonly name: BlockFieldName;
	/** As read; for the two lists of lengths how many they are. */
	readonly value: number;
}

/** Lengths in bits by symbol; 0: the symbol does not occur. */
export interface BlockCodes {
	readonly literals: readonly number[];
	readonly distances: readonly number[];
}

export type BlockKind = 'stored' | 'fixed' | 'dynamic' | 'reserved';

export interface DeflateBlock extends BitSpan, OutputSpan {
	readonly kind: BlockKind;
	/** BFINAL: the sender's compressor ended its stream here. */
	readonly isFinal: boolean;
	/** As far as they could be read. */
	readonly fields: readonly BlockField[];
	/** Null in stored blocks, and where the block ends before they are known. */
	readonly codes: BlockCodes | null;
	readonly tokens: readonly DeflateToken[];
}

export type DeflateFaultCode =
	| 'block-type-reserved'
	/** LEN and NLEN are not each other's complement. */
	| 'stored-length-mismatch'
	/** HLIT or HDIST counts symbols that do not exist. */
	| 'too-many-symbols'
	/** More codes than bits can tell apart. */
	| 'code-oversubscribed'
	/** Bits are left over to which no symbol belongs. */
	| 'code-incomplete'
	| 'repeat-without-previous'
	| 'repeat-too-long'
	| 'end-of-block-missing'
	/** Bits to which no symbol belongs, or a symbol that is not used. */
	| 'symbol-invalid'
	/** A match from before the first byte that there is. */
	| 'distance-too-far'
	/** A match from further back than the agreed window. */
	| 'distance-beyond-window'
	/** The data end inside a block. */
	| 'ends-inside'
	/** Not the data's fault: more output or tokens than the reader takes. */
	| 'too-much';

export interface DeflateFault extends BitSpan {
	readonly code: DeflateFaultCode;
}

export interface DeflateTrace {
	readonly blocks: readonly DeflateBlock[];
	/** As far as it went. */
	readonly output: Uint8Array<ArrayBuffer>;
	/** Bits read. */
	readonly bitLength: number;
	/** Why it went no further; null: it is whole. */
	readonly fault: DeflateFault | null;
}
