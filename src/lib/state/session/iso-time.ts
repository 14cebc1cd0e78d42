/** The wall-clock time some microseconds after another one; both ISO 8601. */
export function isoAfter(iso: string, microseconds: number): string {
	return new Date(Date.parse(iso) + microseconds / 1000).toISOString();
}
