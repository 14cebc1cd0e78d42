/** A list that notes which of its items are looked at. */
export function countedList<Item>(list: readonly Item[]): {
	readonly items: readonly Item[];
	readonly read: ReadonlySet<string>;
} {
	const read = new Set<string>();
	const items = new Proxy(list, {
		get(target, key, receiver): unknown {
			if (typeof key === 'string' && /^\d+$/.test(key)) read.add(key);
			return Reflect.get(target, key, receiver);
		}
	});
	return { items, read };
}
