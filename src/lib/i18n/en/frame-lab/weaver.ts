/** Words of the fragmentation weaver. */
export const weaver = {
	title: 'Fragments'
};
