/** Words of the frame editor: fields, bits, hex, payload, presets, listings. */
export const editor = {
	title: 'Frame editor'
};
