/** Words of tools of the frame lab, its head and its notices. */
export const shell = {
	title: 'Frame lab'
};
