export const shell = {
	name: 'Wire101'
};
