/** Dragging a line to another place among the headers: it moves as the pointer does. */

interface DragTarget {
	/** The rows as drawn, without those that move with this line. */
	others(line: number): readonly Element[];
	/** Moves a line and returns where it stands; consecutive moves of one key are one step of undo. */
	move(from: number, to: number, mergeKey: string): number;
}

export class LineDrag {
	readonly #target: DragTarget;
	#drags = 0;
	#line = $state.raw<number | null>(null);

	constructor(target: DragTarget) {
		this.#target = target;
	}

	/** Index of the line that is being dragged; null: none. */
	get line(): number | null {
		return this.#line;
	}

	press(event: PointerEvent, line: number, list: Element): void {
		if (event.button !== 0) return;
		this.#line = line;
		this.#drags += 1;
		list.setPointerCapture(event.pointerId);
	}

	/** The line takes the place of the one whose middle the pointer has passed. */
	drag({ clientY }: PointerEvent): void {
		const from = this.#line;
		if (from === null) return;
		const passed = this.#target.others(from).filter((row) => {
			const { top, height } = row.getBoundingClientRect();
			return top + height / 2 < clientY;
		});
		const to = passed.length;
		if (to !== from) this.#line = this.#target.move(from, to, `drag-${this.#drags}`);
	}

	end(): void {
		this.#line = null;
	}
}
