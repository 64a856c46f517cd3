// SPDX-License-Identifier: GPL-3.0-or-later

// Plots as SVG. Colours are the style sheet's: series take the classes s0, s1, s2 … in their order.

import { h, s } from './dom.mjs';

/** About `count` round values that span a range. */
export function ticks(low, high, count = 4) {
	if (!(high > low)) return [low];
	const raw = (high - low) / count;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => n >= raw * 0.999);
	const first = Math.ceil(low / step - 1e-9);
	const last = Math.floor(high / step + 1e-9);
	return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
}

/** Lowest and highest of the values with some room; never empty. */
export function range(values, { room = 0.06, least = 0, include = [] } = {}) {
	const all = [...values, ...include].filter(Number.isFinite);
	if (all.length === 0) return [0, 1];
	let [low, high] = [Math.min(...all), Math.max(...all)];
	const size = Math.max(high - low, least, Math.abs(high) * 1e-6, 1e-9);
	const middle = (low + high) / 2;
	if (high - low < size) [low, high] = [middle - size / 2, middle + size / 2];
	return [low - size * room, high + size * room];
}

/** The points of a line as a path; where a value is missing it breaks. */
export function path(points, x, y) {
	let pen = 'M';
	let out = '';
	for (const [px, py] of points) {
		if (!Number.isFinite(py)) {
			pen = 'M';
			continue;
		}
		out += `${pen}${x(px).toFixed(1)} ${y(py).toFixed(1)}`;
		pen = 'L';
	}
	return out;
}

/** Labels at the ends of lines, moved apart so that none covers another. */
export function apart(wanted, gap, low, high) {
	const order = wanted.map((at, i) => ({ at, i })).sort((a, b) => a.at - b.at);
	for (let k = 1; k < order.length; k++) order[k].at = Math.max(order[k].at, order[k - 1].at + gap);
	const over = order.length > 0 ? order.at(-1).at - high : 0;
	if (over > 0) {
		order.at(-1).at = high;
		for (let k = order.length - 2; k >= 0; k--) order[k].at = Math.min(order[k].at, order[k + 1].at - gap);
	}
	const out = [];
	for (const { at, i } of order) out[i] = Math.max(low, at);
	return out;
}

/**
 * A line chart. Series are {label, points: [[x, y]], dashed, dots}; `marks` are {x, label, level} upright
 * lines, `spots` {x, y, label, level} points of their own. Lines are labelled at their right ends.
 */
export function lines({ series, marks = [], spots = [], width = 560, height = 220, xText = String, yText = String, xLabel, yLabel, xRange, yRange, include, xTicks = 5, title }) {
	const points = series.flatMap((one) => one.points);
	const [x0, x1] = xRange ?? range(points.map(([x]) => x).concat(spots.map(({ x }) => x)), { room: 0 });
	const within = points.filter(([x]) => x >= x0 && x <= x1);
	const [y0, y1] = yRange ?? range(within.map(([, y]) => y).concat(spots.map(({ y }) => y)), { include });
	const labels = series.filter(({ label }) => label);
	const longest = Math.max(0, ...labels.map(({ label }) => label.length));
	const area = { left: 62, right: width - (longest > 0 ? Math.min(150, longest * 6.6 + 14) : 16), top: yLabel ? 26 : 12, bottom: height - (xLabel ? 40 : 26) };
	const x = (value) => area.left + ((value - x0) / (x1 - x0 || 1)) * (area.right - area.left);
	const y = (value) => area.bottom - ((value - y0) / (y1 - y0 || 1)) * (area.bottom - area.top);
	const inside = (value) => value >= Math.min(x0, x1) && value <= Math.max(x0, x1);
	const last = (one) => one.points.findLast(([px, py]) => Number.isFinite(py) && inside(px));
	const ends = labels.map((one) => last(one));
	const at = apart(ends.map((end) => (end ? y(end[1]) : area.top)), 14, area.top + 4, area.bottom);
	const clip = `clip${(nextClip += 1)}`;
	return h(
		'figure',
		{ class: 'plot' },
		s(
			'svg',
			{ viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': title ?? yLabel },
			s('clipPath', { id: clip }, s('rect', { x: area.left, y: area.top - 4, width: area.right - area.left + 4, height: area.bottom - area.top + 8 })),
			yLabel && s('text', { x: area.left, y: 12, class: 'axis' }, yLabel),
			ticks(y0, y1).map((value) => [
				s('line', { x1: area.left, x2: area.right, y1: y(value), y2: y(value), class: 'grid' }),
				s('text', { x: area.left - 7, y: y(value) + 4, class: 'tick end' }, yText(value)),
			]),
			ticks(x0, x1, xTicks).map((value) => s('text', { x: x(value), y: area.bottom + 17, class: 'tick middle' }, xText(value))),
			xLabel && s('text', { x: (area.left + area.right) / 2, y: height - 4, class: 'axis middle' }, xLabel),
			marks.filter((mark) => inside(mark.x)).map((mark) => [
				s('line', { x1: x(mark.x), x2: x(mark.x), y1: area.top, y2: area.bottom, class: `mark ${mark.level ?? ''}` }),
				mark.label && s('text', { x: x(mark.x) + (x(mark.x) > area.right - 90 ? -5 : 5), y: area.top + 9, class: `tick ${x(mark.x) > area.right - 90 ? 'end' : ''}` }, mark.label),
			]),
			s('g', { 'clip-path': `url(#${clip})` }, series.map((one, i) => [
				s('path', { d: path(one.points, x, y), class: `line s${one.colour ?? i} ${one.dashed ? 'dashed' : ''}` }),
				one.dots && one.points.map(([px, py]) => s('circle', { cx: x(px), cy: y(py), r: 2, class: `dot s${one.colour ?? i}` })),
			])),
			labels.map((one, i) => ends[i] && s('text', { x: area.right + 8, y: at[i] + 4, class: `label t${one.colour ?? series.indexOf(one)}` }, one.label)),
			spots.map((spot) => [
				s('circle', { cx: x(spot.x), cy: y(spot.y), r: 4.5, class: `spot ${spot.level ?? ''}` }, s('title', null, spot.title ?? spot.label ?? '')),
				spot.label && s('text', { x: x(spot.x) + 6, y: y(spot.y) - 20, class: 'tick' }, spot.label),
			]),
		),
	);
}
let nextClip = 0;

/** A small line without axes. */
export function sparkline(values, { width = 110, height = 24 } = {}) {
	const real = values.filter(Number.isFinite);
	if (real.length < 2) return h('span', { class: 'spark' });
	const [low, high] = range(real, { room: 0.1, least: Math.abs(real.at(-1)) * 1e-4 });
	const x = (i) => 2 + (i / Math.max(1, values.length - 1)) * (width - 6);
	const y = (value) => height - 3 - ((value - low) / (high - low)) * (height - 6);
	const end = values.length - 1;
	return s(
		'svg',
		{ class: 'spark', viewBox: `0 0 ${width} ${height}`, width, height, 'aria-hidden': true },
		s('path', { d: path(values.map((value, i) => [i, value]), x, y), class: 'line s0' }),
		Number.isFinite(values[end]) && s('circle', { cx: x(end), cy: y(values[end]), r: 2.2, class: 'dot s0' }),
	);
}

/**
 * Bars under one another on one scale. Bars are {label, value, text, parts: [{value, title}], level}:
 * parts are laid end to end.
 */
export function bars(list, { width = 560, labelWidth = 130 } = {}) {
	const row = 26;
	const most = Math.max(1e-9, ...list.map(({ value }) => value));
	const textWidth = 7.2 * Math.max(0, ...list.map(({ text }) => text.length)) + 10;
	const size = (value) => (Math.max(0, value) / most) * (width - labelWidth - textWidth);
	return h('figure', { class: 'plot' }, s(
		'svg',
		{ viewBox: `0 0 ${width} ${list.length * row + 4}`, role: 'img', 'aria-label': list.map(({ label, text }) => `${label} ${text}`).join(', ') },
		list.map(({ label, value, text, parts, level, colour = 0 }, i) => {
			const top = i * row + 5;
			let from = labelWidth;
			const pieces = (parts ?? [{ value }]).filter((part) => part.value > 0);
			return [
				s('text', { x: labelWidth - 10, y: top + 13, class: 'tick end' }, label),
				pieces.map((part, k) => {
					const wide = size(part.value);
					const bar = s('rect', { x: from, y: top, width: Math.max(0.5, wide - (pieces.length > 1 ? 1 : 0)), height: 17, class: `bar s${part.colour ?? (parts ? k % 5 : colour)} ${level ?? ''}` }, part.title && s('title', null, part.title));
					from += wide;
					return bar;
				}),
				s('text', { x: from + 7, y: top + 13, class: 'figure-text' }, text),
			];
		}),
	));
}
