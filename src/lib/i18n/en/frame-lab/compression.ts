/** Words of the compression microscope. */
export const compression = {
	title: 'Compression'
};
