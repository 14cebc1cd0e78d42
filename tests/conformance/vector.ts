/**
 * Frame-decoding vectors: the schema that `frames.json` describes in its `meta`, and any other
 * file of that schema.
 */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parseHex } from '#lib/protocol/hex.ts';

/** Hex digits, or a list of hex and repetitions to be joined. */
export type HexNotation = string | readonly (string | HexRepeat)[];
interface HexRepeat {
	readonly repeat: HexNotation;
	readonly times: number;
}

const HexSchema: v.GenericSchema<HexNotation> = v.union([
	v.string(),
	v.array(v.union([v.string(), v.object({ repeat: v.lazy(() => HexSchema), times: v.number() })]))
]);

const Bit = v.picklist([0, 1]);

const FrameSchema = v.object({
	fin: Bit,
	rsv1: Bit,
	rsv2: Bit,
	rsv3: Bit,
	opcode: v.number(),
	masked: Bit,
	len: v.number(),
	payloadHexUnmasked: HexSchema,
	mask: v.optional(v.string())
});

const RunSchema = v.object({ times: v.number(), frame: FrameSchema });

const MessageSchema = v.object({
	kind: v.picklist(['text', 'binary', 'close', 'ping', 'pong']),
	payloadHex: HexSchema,
	len: v.number(),
	code: v.nullish(v.number()),
	compressed: v.optional(v.boolean())
});

const ErrorSchema = v.object({
	closeCode: v.number(),
	why: v.string(),
	stage: v.picklist(['header', 'length', 'payload', 'message']),
	frameIndex: v.number(),
	detectableAt: v.optional(v.number()),
	closeCodesAlso: v.optional(v.array(v.number()))
});

const IncompleteSchema = v.object({
	at: v.number(),
	have: v.number(),
	part: v.picklist(['header', 'length', 'mask', 'payload']),
	need: v.optional(v.number()),
	got: v.optional(v.number())
});

const ExpectSchema = v.object({
	frames: v.array(v.union([RunSchema, FrameSchema])),
	messages: v.array(MessageSchema),
	error: v.nullable(ErrorSchema),
	incomplete: v.optional(IncompleteSchema),
	unfinished: v.optional(
		v.object({
			kind: v.picklist(['text', 'binary']),
			fragments: v.optional(v.number()),
			bytes: v.optional(v.number())
		})
	),
	discarded: v.optional(v.number()),
	alsoOk: v.optional(v.array(v.looseObject({ closeCode: v.optional(v.nullable(v.number())) })))
});

const DeflateSchema = v.object({
	serverNoContextTakeover: v.optional(v.boolean()),
	clientNoContextTakeover: v.optional(v.boolean()),
	serverMaxWindowBits: v.optional(v.number()),
	clientMaxWindowBits: v.optional(v.number())
});

const OptionsSchema = v.object({
	deflate: v.nullish(DeflateSchema),
	inMessage: v.nullish(v.picklist(['text', 'binary'])),
	limits: v.nullish(
		v.object({ maxPayload: v.nullish(v.number()), maxFragments: v.nullish(v.number()) })
	),
	chunk: v.nullish(v.number()),
	chunks: v.nullish(v.array(v.number()))
});

const VectorSchema = v.object({
	id: v.string(),
	title: v.optional(v.string(), ''),
	direction: v.picklist(['client', 'server']),
	hex: HexSchema,
	bytes: v.optional(v.number()),
	options: v.optional(OptionsSchema, {}),
	expect: ExpectSchema
});

const FileSchema = v.object({ vectors: v.pipe(v.array(VectorSchema), v.nonEmpty()) });

export type Vector = v.InferOutput<typeof VectorSchema>;
export type ExpectedFrame = v.InferOutput<typeof FrameSchema>;

/** Reads a file of vectors. @throws Error that names the file and what is wrong with it */
export function readVectors(path: string): readonly Vector[] {
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		throw new Error(`Cannot read the vectors ${path}: ${(error as Error).message}`, {
			cause: error
		});
	}
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch (error) {
		throw new Error(`The vectors ${path} are not JSON: ${(error as Error).message}`, {
			cause: error
		});
	}
	const parsed = v.safeParse(FileSchema, json, { abortEarly: true });
	if (parsed.success) return parsed.output.vectors;
	const [issue] = parsed.issues;
	const where = v.getDotPath(issue) ?? 'the top level';
	throw new Error(`The vectors ${path} break the schema at ${where}: ${issue.message}`);
}

/** Bytes of the hex notation. @throws Error that quotes what is not hex */
export function expandHex(notation: HexNotation): Uint8Array {
	const parts: Uint8Array[] = [];
	for (const part of typeof notation === 'string' ? [notation] : notation) {
		if (typeof part === 'string') parts.push(parseHexStrictly(part));
		else {
			const once = expandHex(part.repeat);
			for (let i = 0; i < part.times; i++) parts.push(once);
		}
	}
	return Uint8Array.from(Buffer.concat(parts));
}

function parseHexStrictly(text: string): Uint8Array {
	const parsed = parseHex(text);
	if (!parsed.ok) throw new Error(`Not hex at ${parsed.position}: ${text.slice(0, 40)}`);
	return parsed.bytes;
}

/** Expected frames with runs of identical frames written out. */
export function expandFrames(vector: Vector): ExpectedFrame[] {
	return vector.expect.frames.flatMap((entry) =>
		'times' in entry ? Array<ExpectedFrame>(entry.times).fill(entry.frame) : [entry]
	);
}
