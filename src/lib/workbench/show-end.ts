/** What came of it is looked at next, where it does not stand beside what was sent. */
export function showEnd(): void {
	const pane = document.getElementById('step-end');
	if (pane && pane.getBoundingClientRect().top > innerHeight / 2) pane.scrollIntoView();
}
