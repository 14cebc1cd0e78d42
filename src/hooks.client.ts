/** Errors in the browser are shown as they are: the error page says what the program reported. */
import type { HandleClientError } from '@sveltejs/kit';

export const handleError: HandleClientError = ({ error, message }) => ({
	message: error instanceof Error ? error.message : message
});
