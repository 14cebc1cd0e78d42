import type { Area } from '../../text.ts';
import type { cases as english } from '../../en/frame-lab/cases.ts';

export const cases: Area<typeof english> = {
	title: '全部用例'
};
