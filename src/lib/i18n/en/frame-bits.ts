/** Words of a frame's bits and of what is chosen in them: the home page needs no other anatomy. */
export const frameBits = {
	bytes: (count: number, shown: string) => `${shown} ${count === 1 ? 'byte' : 'bytes'}`,
	nothingSelected: 'Choose a bit, a byte or a field: it lights up everywhere.',
	selectedField: 'Selected field',
	bitOf: (bit: string, value: string) => `bit ${bit} is ${value}`,
	byteOf: (index: string, value: string) => `byte ${index} is ${value}`,
	bits: {
		title: 'Bits',
		note: (columns: number) =>
			columns === 32
				? 'one row is 32 bits, as in RFC 6455 §5.2'
				: `one row is ${columns} bits; RFC 6455 §5.2 draws 32`,
		label: (index: string, bits: string) => `Bits of record ${index}, ${bits} in all`,
		bit: (index: number, field: string, value: number) => `bit ${index}, ${field}, ${value}`,
		flip: (bit: string) => `${bit}: press to flip`,
		keysBit: 'bit',
		keysRow: 'row',
		masked: (name: string) => `${name}, masked`,
		range: (name: string, first: string, last: string) =>
			first === last ? `${name} ${first}` : `${name} ${first}–${last}`
	},
	fold: {
		rest: (shown: string) => `Show the other ${shown} payload bytes`,
		restBytes: (shown: string) => `Show the other ${shown} bytes`,
		next: (step: string, rest: string) => `Show the next ${step} of ${rest} bytes that follow`,
		previous: (step: string, rest: string) =>
			`Show the previous ${step} of ${rest} bytes in between`,
		fold: 'Fold'
	},
	missing: {
		header: (count: string) => `The frame header is cut off: ${count} more needed to read on.`,
		payload: (count: string) => `${count} more needed to complete this frame.`
	}
};
