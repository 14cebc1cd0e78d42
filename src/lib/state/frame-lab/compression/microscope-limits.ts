/** Bounds of what the compression microscope composes and shows. */
export const MICROSCOPE_LIMITS = {
	messages: 12,
	/** Bytes of all messages together. */
	bytes: 2 ** 16,
	fragments: 8,
	/** Deflate data of one message whose blocks are shown, in bytes. */
	traced: 4096
} as const;
