export const chat = {
	title: 'Chat room'
};
