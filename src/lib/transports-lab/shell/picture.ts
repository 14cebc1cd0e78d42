/**
 * A race as a picture that stands by itself: an SVG without style sheets, scripts or fonts of its
 * own, its colours resolved. The marks are those of the page, stretched by arithmetic.
 */
import { delayScale, delayShape, DELAY_BOX } from '#lib/diagrams/race/delay-shape.ts';
import { timeTicks } from '#lib/diagrams/race/time-axis.ts';
import type { Formats } from '#lib/i18n/format.ts';
import type { Text } from '#lib/i18n/text.ts';
import type { RaceResult } from '#lib/transports/measure/race-result.ts';
import type { Colours } from './colours.ts';
import { describeLane, describeSource } from './lane-words.ts';
import { resultRows, type ResultRow } from './result-rows.ts';

/** Path data of a lane, x in ms. */
export interface LaneMarks {
	readonly requests: string;
	readonly held: string;
	readonly delivered: string;
	readonly waits: string;
	readonly queued: string;
}

export interface PictureMarks {
	/** ms that the timelines span. */
	readonly until: number;
	readonly events: string;
	readonly lanes: readonly LaneMarks[];
}

export interface PictureOptions {
	readonly result: RaceResult;
	/** Null where only sums are known: the picture is then without timelines. */
	readonly marks: PictureMarks | null;
	readonly words: Text['transportsLab']['shell'];
	readonly format: Formats;
	readonly colours: Colours;
	/** Names the picture; what the figures count. */
	readonly title: string;
	readonly note: string;
}

const WIDTH = 1440;
const EDGE = 32;
const HEAD = 128;
const ROW = 80;
const SOURCE = 44;
const FOOT = 44;
/** Left edges and widths of the columns. */
const TIME = { x: 400, width: 560 } as const;
const BYTES = { x: 1000, width: 170 } as const;
const DELAY = { x: 1200, width: DELAY_BOX.width } as const;
const FONT =
	"Arial, 'Helvetica Neue', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

export function drawPicture(options: PictureOptions): string {
	const { result, marks, words, format, colours: c, title, note } = options;
	const rows = resultRows(result, words, format);
	const top = HEAD + (marks ? SOURCE : 0);
	const height = top + rows.length * ROW + FOOT;
	const body = [
		rect(0, 0, WIDTH, height, c.surface),
		text(EDGE, 48, title, c.ink, 28, 'bold'),
		text(EDGE, 74, describeSource(result.plan.source, words, format), c['ink-2'], 14),
		text(WIDTH - EDGE, 48, format.dateTime(result.startedAt), c['ink-2'], 13, '', 'end'),
		axes(options),
		marks ? source(options, marks) : '',
		...rows.map((row, index) => lane(options, row, rows, index, top + index * ROW)),
		text(EDGE, height - 18, note, c['ink-3'], 12)
	];
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" ` +
		`viewBox="0 0 ${WIDTH} ${height}" font-family="${escape(FONT)}" fill="none" role="img">` +
		`<title>${escape(title)}</title>${body.join('')}</svg>\n`
	);
}

function axes({ marks, words, format, colours: c, result }: PictureOptions): string {
	const y = HEAD - 12;
	const ticks = marks ? timeTicks(0, marks.until, 8) : [];
	return [
		text(EDGE, y, words.chart.transport, c['ink-2'], 12),
		text(360, y, words.chart.requestsHead, c['ink-2'], 12, '', 'end'),
		...ticks.map(({ at, seconds }) =>
			text(TIME.x + at * TIME.width, y, format.number(seconds), c['ink-2'], 11, '', 'middle')
		),
		marks ? text(TIME.x + TIME.width + 8, y, words.chart.seconds('').trim(), c['ink-2'], 11) : '',
		text(BYTES.x, y, words.chart.bytesPerEvent, c['ink-2'], 12),
		text(DELAY.x, y - 18, words.chart.delay, c['ink-2'], 12),
		...scaleOf(result).ticks.map(({ x, delay }) =>
			text(
				DELAY.x + x,
				y,
				delay < 1_000_000
					? words.chart.axis.ms(String(delay / 1000))
					: words.chart.axis.s(String(delay / 1e6)),
				c['ink-2'],
				11,
				'',
				'middle'
			)
		),
		line(EDGE, HEAD, WIDTH - EDGE, HEAD, c.rule)
	].join('');
}

function source(
	{ words, format, colours: c, result }: PictureOptions,
	marks: PictureMarks
): string {
	return [
		text(EDGE, HEAD + 27, words.chart.events, c.ink, 14, 'bold'),
		text(360, HEAD + 27, format.number(result.emitted.count), c.ink, 16, 'bold', 'end'),
		stroke(marks.events, marks.until, HEAD + 12, c.ink, 1.5),
		line(EDGE, HEAD + SOURCE, WIDTH - EDGE, HEAD + SOURCE, c.hairline)
	].join('');
}

function lane(
	options: PictureOptions,
	row: ResultRow,
	rows: readonly ResultRow[],
	index: number,
	y: number
): string {
	const { words, format, colours: c, marks } = options;
	const drawn = marks?.lanes[index];
	return [
		text(EDGE, y + 32, row.name, c.ink, 14, 'bold'),
		text(EDGE, y + 50, describeLane(row.lane.planned, words, format), c['ink-3'], 12),
		text(360, y + 34, format.number(row.lane.requests), c.ink, 18, 'bold', 'end'),
		marks && drawn ? timeline(drawn, marks.until, y + 16, c) : '',
		bytes(options, row, rows, y),
		delays(options, row, y),
		line(EDGE, y + ROW, WIDTH - EDGE, y + ROW, c.hairline)
	].join('');
}

function timeline(marks: LaneMarks, until: number, y: number, c: Colours): string {
	return [
		line(TIME.x, y + 24, TIME.x + TIME.width, y + 24, c.rule),
		stroke(marks.waits, until, y, c.server, 1.5, 'stroke-opacity="0.5"'),
		stroke(marks.held, until, y, c['ink-2'], 3),
		stroke(marks.queued, until, y, c.client, 3, 'stroke-dasharray="4 3"'),
		stroke(marks.requests, until, y, c.client, 2),
		stroke(marks.delivered, until, y, c.server, 5, 'stroke-linecap="round"')
	].join('');
}

function bytes(
	{ words, format, colours: c }: PictureOptions,
	{ figures, lane: { up, down, delivered } }: ResultRow,
	rows: readonly ResultRow[],
	y: number
): string {
	if (figures.perEvent === null) {
		return text(BYTES.x, y + 52, words.chart.nothingDelivered, c['ink-3'], 12);
	}
	const full = Math.max(...rows.map(({ figures: { perEvent } }) => perEvent ?? 0));
	const px = (count: number) => (BYTES.width * count) / delivered / full;
	const whole = (count: number) => format.number(Math.round(count / delivered));
	const parts = words.chart.parts(whole(up), whole(down));
	return [
		rect(BYTES.x, y + 22, px(up), 12, c.client),
		rect(BYTES.x + px(up) + 1, y + 22, px(down), 12, c.server),
		text(BYTES.x, y + 52, `${whole(up + down)} B`, c.ink, 14, 'bold'),
		text(BYTES.x + 60, y + 52, parts, c['ink-3'], 12)
	].join('');
}

function delays(
	{ words, format, colours: c, result }: PictureOptions,
	{ lane: { delays: summary, histogram } }: ResultRow,
	y: number
): string {
	if (!summary) return text(DELAY.x, y + 64, words.chart.noDelays, c['ink-3'], 12);
	const scale = scaleOf(result);
	const { kind, path } = delayShape(histogram, Math.max(...histogram), scale, 40);
	const median = DELAY.x + scale.x(summary.p50);
	const drawn =
		kind === 'dots'
			? `stroke="${c.server}" stroke-width="4" stroke-linecap="round"`
			: `fill="${c.server}"`;
	return [
		`<g transform="translate(${DELAY.x} ${y + 8})"><path d="${path}" ${drawn}/></g>`,
		line(DELAY.x, y + 48, DELAY.x + DELAY.width, y + 48, c.rule),
		line(median, y + 4, median, y + 48, c.ink),
		text(DELAY.x, y + 66, format.duration(summary.p50), c.ink, 13, 'bold'),
		text(DELAY.x + 64, y + 66, words.chart.p95(format.duration(summary.p95)), c['ink-3'], 12)
	].join('');
}

function scaleOf({ lanes }: RaceResult) {
	return delayScale(Math.max(0, ...lanes.map(({ delays: summary }) => summary?.most ?? 0)));
}

function stroke(
	path: string,
	until: number,
	y: number,
	colour: string,
	width: number,
	more = ''
): string {
	if (path === '') return '';
	const placed = stretchPath(path, TIME.width / until);
	return `<g transform="translate(${TIME.x} ${y})"><path d="${placed}" stroke="${colour}" stroke-width="${width}" ${more}/></g>`;
}

/** Only M and H carry an x; `h0` is a dot. */
export function stretchPath(path: string, factor: number): string {
	return path.replace(
		/([MH])(-?[\d.]+)/g,
		(_, command: string, x: string) => command + Math.round(Number(x) * factor * 100) / 100
	);
}

function text(
	x: number,
	y: number,
	words: string,
	colour: string,
	size: number,
	weight = '',
	anchor = 'start'
): string {
	const bold = weight === '' ? '' : ` font-weight="${weight}"`;
	return `<text x="${x}" y="${y}" fill="${colour}" font-size="${size}"${bold} text-anchor="${anchor}">${escape(words)}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number, colour: string): string {
	return `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${colour}"/>`;
}

function rect(x: number, y: number, width: number, height: number, colour: string): string {
	return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}

function escape(words: string): string {
	return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
