// SPDX-License-Identifier: GPL-3.0-or-later

// Elements and tables. Everything that comes from the chain goes in as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

function fill(element, attributes, children) {
	for (const [name, value] of Object.entries(attributes ?? {})) {
		if (value === undefined || value === null || value === false) continue;
		if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
		else element.setAttribute(name, value === true ? '' : String(value));
	}
	const add = (child) => {
		if (Array.isArray(child)) child.forEach(add);
		else if (child !== undefined && child !== null && child !== false) element.append(child);
	};
	add(children);
	return element;
}

/** An HTML element; children are elements, text, or lists of them. */
export const h = (name, attributes, ...children) => fill(document.createElement(name), attributes, children);
/** An SVG element. */
export const s = (name, attributes, ...children) => fill(document.createElementNS(SVG, name), attributes, children);

/** A section with a title, a line that says what it is, and its content. */
export const panel = (title, note, ...children) =>
	h('section', { class: 'panel' }, h('h2', null, title), note && h('p', { class: 'note' }, note), children);

/**
 * A table. Columns are {head, cell(row), text, hint, class}: figures are right-aligned unless `text`. Rows
 * may carry `rowClass`. Without rows `empty` is said.
 */
export function table(columns, rows, { empty = 'None.', rowClass, foot } = {}) {
	if (rows.length === 0) return h('p', { class: 'empty' }, empty);
	const kind = ({ text, class: own }) => [text ? 'text' : 'figure', own].filter(Boolean).join(' ');
	return h(
		'div',
		{ class: 'scroll' },
		h(
			'table',
			null,
			h('thead', null, h('tr', null, columns.map((c) => h('th', { class: kind(c), title: c.hint, scope: 'col' }, c.head)))),
			h('tbody', null, rows.map((row) => h('tr', { class: rowClass?.(row) }, columns.map((c) => h('td', { class: kind(c) }, c.cell(row)))))),
			foot && h('tfoot', null, h('tr', null, foot.map((cell, i) => h('td', { class: kind(columns[i]) }, cell)))),
		),
	);
}

/** A word with a colour: level is ok, warn, bad or plain. */
export const badge = (text, level = 'plain', title) => h('span', { class: `badge ${level}`, title }, text);

/** One figure with its name. */
export const tile = (name, value, { level, note } = {}) =>
	h('div', { class: `tile ${level ?? ''}` }, h('div', { class: 'name' }, name), h('div', { class: 'value' }, value), note && h('div', { class: 'under' }, note));

/** A list of names and values. */
export const facts = (...pairs) => h('dl', { class: 'facts' }, pairs.filter(Boolean).map(([name, value]) => [h('dt', null, name), h('dd', null, value)]));

/** A bar from 0 to 1 with a mark. */
export const meter = (part, level) =>
	h('span', { class: `meter ${level ?? ''}`, 'aria-hidden': true }, h('span', { style: `width:${Math.max(0, Math.min(1, part)) * 100}%` }));
