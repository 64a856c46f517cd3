// SPDX-License-Identifier: GPL-3.0-or-later

// Draws a line chart as one self-contained SVG: for a story's price, equity and events by block.
// Floats are fine here, nothing is counted with them.

import { writeFileSync } from 'node:fs';

const COLOURS = ['#1f5fa8', '#d1495b', '#2e8b57', '#e08e0b', '#7b4fa3', '#3aa6a6', '#8a5a44', '#5c6370'];
const INK = '#1d2430';
const SOFT = '#6b7380';
const GRID = '#e4e7ec';
const EVENT = '#8a94a3';
const FONT = "font-family=\"'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif\"";
const ROW = 15;

/**
 * The SVG text of a line chart.
 *
 * - samples: [{block, …values}] in order; a value is a number, a BigInt or null (a gap);
 * - series: [{key, label, axis: 'left' | 'right', step, dashed, colour, scale}]; `scale` divides, so
 *   that 10n ** 18n turns fixed point into dollars; `step` holds a value until the next;
 * - events: [{block, label}];
 * - leftLabel, rightLabel, title, subtitle, xKey ('block'), xLabel, width, height.
 */
export function lineChart(options) {
	const { title = '', subtitle = '', samples, series, events = [], xKey = 'block', xLabel = 'block' } = options;
	const { width = 960, height = 460, leftLabel = '', rightLabel = '' } = options;
	if (samples.length === 0 || series.length === 0) throw new RangeError('nothing to draw');
	const lines = series.map((one, i) => ({
		colour: COLOURS[i % COLOURS.length],
		axis: 'left',
		...one,
		points: samples.map((sample) => [Number(sample[xKey]), scaled(sample[one.key], one.scale)]),
	}));
	const xs = [...samples.map((sample) => Number(sample[xKey])), ...events.map(({ block }) => Number(block))];
	const domain = [Math.min(...xs), Math.max(...xs)];
	const x = linear(...domain);
	const hasRight = lines.some(({ axis }) => axis === 'right');

	const area = { left: 84, right: width - (hasRight ? 84 : 28) };
	const placed = placeLabels(events, (block) => area.left + x(block) * (area.right - area.left), area);
	area.top = (title ? 34 : 12) + (subtitle ? 18 : 0) + 26 + placed.rows * ROW + 6;
	area.bottom = height - 50;
	if (area.bottom - area.top < 60) throw new RangeError('too little height for so many labels');

	const px = (value) => area.left + x(value) * (area.right - area.left);
	const axes = Object.fromEntries(
		['left', 'right'].map((side) => [side, axis(lines.filter((line) => line.axis === side), area)]),
	);
	const parts = [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ${FONT}>`,
		`<title>${escape(title)}</title>`,
		`<rect width="${width}" height="${height}" fill="#ffffff"/>`,
		title && text(area.left, 26, title, { size: 17, weight: 600 }),
		subtitle && text(area.left, 45, subtitle, { size: 12, fill: SOFT }),
		legend(lines, area.left, (title ? 34 : 12) + (subtitle ? 18 : 0) + 14, hasRight),
		...grid(axes, area, hasRight),
		...xAxis(domain, px, area, xLabel),
		...axisLabels(area, leftLabel, hasRight ? rightLabel : '', width),
		...eventMarks(placed.labels, area),
		...lines.map((line) => stroke(line, px, axes[line.axis].y)),
		'</svg>',
	];
	return `${parts.filter(Boolean).join('\n')}\n`;
}

/** Write the chart to a file; resolves its options as `lineChart` does. */
export const writePicture = (file, options) => writeFileSync(file, lineChart(options));

/** A value as a float, with a BigInt scale divided exactly first. */
function scaled(value, scale = 1) {
	if (value === null || value === undefined) return null;
	if (typeof value !== 'bigint') return Number(value) / Number(scale);
	if (typeof scale !== 'bigint') return Number(value) / scale;
	return Number(value / scale) + Number(value % scale) / Number(scale);
}

const linear = (low, high) => (value) => (high === low ? 0.5 : (Number(value) - low) / (high - low));

/** Round tick values that cover low to high: steps of 1, 2, 2.5 or 5 times a power of ten. */
export function ticks(low, high, wanted = 6, whole = false) {
	if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) * 0.05, high + Math.abs(high) * 0.05];
	const rough = (high - low) / wanted;
	const power = 10 ** Math.floor(Math.log10(rough));
	let step = [1, 2, 2.5, 5, 10].find((m) => m * power >= rough * 0.999) * power;
	if (whole) step = Math.max(1, Math.round(step));
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A number with thousands commas and as many decimals as the step between ticks needs. */
export function tickText(value, step) {
	let places = 0;
	while (places < 12 && Math.abs(step * 10 ** places - Math.round(step * 10 ** places)) > 1e-6) places++;
	const [whole, part] = Math.abs(value).toFixed(places).split('.');
	return (value < 0 ? '−' : '') + whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? `.${part}` : '');
}

function axis(lines, { top, bottom }) {
	const values = lines.flatMap(({ points }) => points.map(([, v]) => v)).filter((v) => v !== null && Number.isFinite(v));
	if (values.length === 0) return { marks: [], y: () => bottom };
	const marks = ticks(Math.min(...values), Math.max(...values));
	const share = linear(marks[0], marks.at(-1));
	return { marks, y: (value) => bottom - share(value) * (bottom - top) };
}

function grid(axes, { left, right, top, bottom }, hasRight) {
	const out = [];
	const main = axes.left.marks.length ? 'left' : 'right';
	for (const side of ['left', 'right']) {
		const { marks, y } = axes[side];
		for (const value of marks) {
			const at = round(y(value));
			if (side === main) {
				const zero = value === 0 && marks[0] < 0;
				out.push(`<line x1="${left}" y1="${at}" x2="${right}" y2="${at}" stroke="${zero ? SOFT : GRID}" stroke-width="1"/>`);
			}
			if (side === 'right' && !hasRight) continue;
			const label = tickText(value, marks[1] - marks[0]);
			out.push(side === 'left'
				? text(left - 10, at + 4, label, { anchor: 'end', size: 11, fill: SOFT })
				: text(right + 10, at + 4, label, { size: 11, fill: SOFT }));
		}
	}
	out.push(`<line x1="${left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="${INK}" stroke-width="1"/>`);
	out.push(`<line x1="${left}" y1="${top}" x2="${left}" y2="${bottom}" stroke="${GRID}" stroke-width="1"/>`);
	return out;
}

function xAxis([low, high], px, { left, right, bottom }, label) {
	const marks = ticks(low, high, 8, true).filter((v) => v >= low - 1e-9 && v <= high + 1e-9);
	const step = marks.length > 1 ? marks[1] - marks[0] : 1;
	return [
		...marks.flatMap((value) => {
			const at = round(px(value));
			return [
				`<line x1="${at}" y1="${bottom}" x2="${at}" y2="${bottom + 5}" stroke="${INK}" stroke-width="1"/>`,
				text(at, bottom + 18, tickText(value, step), { anchor: 'middle', size: 11, fill: SOFT }),
			];
		}),
		text((left + right) / 2, bottom + 38, label, { anchor: 'middle', size: 12, fill: INK }),
	];
}

function axisLabels({ top, bottom }, left, right, width) {
	const middle = (top + bottom) / 2;
	const turned = (x, degrees, label) =>
		`<text transform="translate(${x} ${round(middle)}) rotate(${degrees})" text-anchor="middle" font-size="12" fill="${INK}">${escape(label)}</text>`;
	return [left && turned(18, -90, left), right && turned(width - 18, 90, right)];
}

function legend(lines, x, y, hasRight) {
	let at = x;
	return lines
		.map(({ label, key, colour, dashed, axis: side }) => {
			const name = (label ?? key) + (hasRight && side === 'right' ? ' (right)' : '');
			const mark = `<line x1="${round(at)}" y1="${y - 4}" x2="${round(at + 22)}" y2="${y - 4}" stroke="${colour}" stroke-width="3"${dashed ? ' stroke-dasharray="6 4"' : ''}/>`;
			const part = mark + text(at + 28, y, name, { size: 12 });
			at += 28 + textWidth(name, 12) + 22;
			return part;
		})
		.join('\n');
}

/** Give each event label the lowest row in which it overlaps no other. */
function placeLabels(events, px, { left, right }) {
	const ends = [];
	const labels = [...events]
		.sort((a, b) => Number(a.block) - Number(b.block))
		.map(({ block, label }) => {
			const at = px(Number(block));
			const wide = textWidth(label, 11) + 8;
			const flip = at + wide > right && at - wide > left;
			const from = flip ? at - wide : at;
			let row = ends.findIndex((end) => end <= from);
			if (row === -1) row = ends.length;
			ends[row] = from + wide + 6;
			return { at, label, flip, row };
		});
	return { labels, rows: ends.length };
}

function eventMarks(labels, { top, bottom }) {
	const height = ({ row }) => top - 8 - row * ROW;
	const lines = labels.map((one) => {
		const x = round(one.at);
		return `<line x1="${x}" y1="${height(one) - 9}" x2="${x}" y2="${bottom}" stroke="${EVENT}" stroke-width="1" stroke-dasharray="3 3"/>`;
	});
	// Texts come after all lines and on white, so that no line runs through one.
	const texts = labels.map((one) => {
		const [wide, y] = [textWidth(one.label, 11), height(one)];
		const from = one.flip ? one.at - 3 - wide : one.at + 3;
		return `<rect x="${round(from)}" y="${y - 10}" width="${round(wide)}" height="13" fill="#ffffff"/>${text(
			one.at + (one.flip ? -5 : 5), y, one.label, { anchor: one.flip ? 'end' : 'start', size: 11 },
		)}`;
	});
	return [...lines, ...texts];
}

function stroke({ points, colour, dashed, step, key }, px, py) {
	let path = '';
	let open = false;
	const alone = [];
	points.forEach(([x, value], i) => {
		if (value === null || !Number.isFinite(value)) {
			open = false;
			return;
		}
		const [at, y] = [round(px(x)), round(py(value))];
		if (open && step) path += `H${at}V${y}`;
		else path += `${open ? 'L' : 'M'}${at} ${y}`;
		const next = points[i + 1]?.[1];
		if (!open && (next === null || next === undefined)) alone.push(`<circle cx="${at}" cy="${y}" r="2.5" fill="${colour}"/>`);
		open = true;
	});
	return `<path d="${path}" data-key="${escape(key)}" fill="none" stroke="${colour}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"${dashed ? ' stroke-dasharray="6 4"' : ''}/>${alone.join('')}`;
}

function text(x, y, content, { size = 12, fill = INK, anchor = 'start', weight } = {}) {
	return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight ? ` font-weight="${weight}"` : ''}>${escape(content)}</text>`;
}

/** About how wide a text is; DejaVu Sans is the widest of the fonts asked for. */
const textWidth = (content, size) => String(content).length * size * 0.62;

const round = (value) => Math.round(value * 10) / 10;

const escape = (content) =>
	String(content).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
