/**
 * Tells when this page is gone for good: closed, reloaded, or left for another site.
 *
 * Not when the browser keeps it to come back to (`persisted`): its session may be resumed then.
 */
export function onPageGone(run: () => void): () => void {
	// Rendered on a server, or driven by a test: there is no page.
	if (typeof window === 'undefined') return () => undefined;
	const leave = ({ persisted }: PageTransitionEvent) => {
		if (!persisted) run();
	};
	window.addEventListener('pagehide', leave);
	return () => window.removeEventListener('pagehide', leave);
}
