export const lane = {
	title: 'A lane, byte for byte'
};
