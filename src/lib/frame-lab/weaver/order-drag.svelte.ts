/** Dragging a piece, or a new control frame, to a place in the sending order. */
import type { ControlKind } from '#lib/runs/weave.ts';

/** px that a pointer moves before a press is a drag. */
const SLOP = 5;

export type Dragged =
	| { readonly type: 'piece'; readonly id: number }
	| { readonly type: 'new'; readonly kind: ControlKind };

interface DragTarget {
	/** The rows as drawn, in order. */
	rows(): readonly Element[];
	place(dragged: Dragged, at: number): void;
}

export class OrderDrag {
	readonly #target: DragTarget;
	#from = { x: 0, y: 0 };
	#pressed = $state.raw<Dragged | null>(null);
	#isMoving = $state(false);
	#at = $state.raw<number | null>(null);

	constructor(target: DragTarget) {
		this.#target = target;
	}

	/** What is being dragged; null: nothing, or a press that has not moved yet. */
	get dragged(): Dragged | null {
		return this.#isMoving ? this.#pressed : null;
	}

	/** Index of the row before which it would be put. */
	get at(): number | null {
		return this.#isMoving ? this.#at : null;
	}

	press(event: PointerEvent, dragged: Dragged): void {
		if (event.button !== 0) return;
		this.#from = { x: event.clientX, y: event.clientY };
		this.#pressed = dragged;
		this.#isMoving = false;
		this.#at = null;
		if (event.currentTarget instanceof Element) {
			event.currentTarget.setPointerCapture(event.pointerId);
		}
	}

	move({ clientX, clientY }: PointerEvent): void {
		if (this.#pressed === null) return;
		const far = Math.hypot(clientX - this.#from.x, clientY - this.#from.y);
		if (far > SLOP) this.#isMoving = true;
		if (this.#isMoving) this.#at = this.#rowAt(clientY);
	}

	/** Returns whether something was dragged: what follows is no click then. */
	drop(): boolean {
		const { dragged, at } = this;
		this.cancel();
		if (dragged === null) return false;
		if (at !== null) this.#target.place(dragged, at);
		return true;
	}

	cancel(): void {
		this.#pressed = null;
		this.#isMoving = false;
		this.#at = null;
	}

	/** Null well above or below the list: nothing is put there. */
	#rowAt(y: number): number | null {
		const boxes = this.#target.rows().map((row) => row.getBoundingClientRect());
		const [first, last] = [boxes[0], boxes.at(-1)];
		if (!first || !last || y < first.top - 48 || y > last.bottom + 48) return null;
		const at = boxes.findIndex(({ top, height }) => y < top + height / 2);
		return at < 0 ? boxes.length : at;
	}
}
