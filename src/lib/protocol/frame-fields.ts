/**
 * The fields of a frame, made when they are looked at: one table for every view.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6455#section-5.2
 */
import type { Field } from './field.ts';
import type { Frame } from './frame.ts';

export function frameFields(_frame: Frame): readonly Field[] {
	return [];
}
