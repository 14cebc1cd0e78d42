export const login = {
	title: 'QR log-in'
};
