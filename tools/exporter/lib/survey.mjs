// SPDX-License-Identifier: GPL-3.0-or-later

// What costs too much for every scrape: read beside them, seldom, and kept until the next reading.

export class Survey {
	#read;
	#everyMs;
	#limitMs;
	#log;
	#now;
	#found;
	#begun;
	#next;
	/** A number for each node; what was begun of another is dropped. */
	#node = 0;
	#running;
	#stop = () => {};

	/**
	 * `read(reader, goOn)` gives the figures and calls `goOn` now and then, which throws when nobody wants them any
	 * more. The next reading begins `everyMs` after the last one ended; one that takes longer than `limitMs` is given up.
	 */
	constructor(read, { everyMs, limitMs = 300_000, log = () => {}, now = Date.now }) {
		this.#read = read;
		this.#everyMs = everyMs;
		this.#limitMs = limitMs;
		this.#log = log;
		this.#now = now;
		this.forget();
	}

	/** Another node, perhaps another chain: nothing of the last one is known here. */
	forget() {
		this.#node += 1;
		this.#stop();
		this.#found = undefined;
		this.#running = undefined;
		this.#begun = this.#now();
		this.#next = this.#begun;
	}

	/**
	 * What was found last, with its age in milliseconds; before the first reading undefined, and the age is for how
	 * long there was none. Begins a reading of `reader`'s block if it is time, and does not wait for it.
	 */
	take(reader) {
		if (!this.#running && this.#now() >= this.#next) this.#begin(reader);
		return { found: this.#found?.found, ageMs: this.#now() - (this.#found?.at ?? this.#begun) };
	}

	/** The same, but where nothing is known yet and a reading begins, wait for it `ms` at most. */
	async takeSoon(reader, ms) {
		const idle = !this.#found && !this.#running;
		const known = this.take(reader);
		if (!idle || !this.#running) return known;
		let timer;
		await Promise.race([this.#running, new Promise((done) => { timer = setTimeout(done, ms); })]);
		clearTimeout(timer);
		return this.take(reader);
	}

	/** Resolves when no reading is under way. */
	async settled() {
		await this.#running;
	}

	#begin(reader) {
		const node = this.#node;
		const at = this.#now();
		let stop;
		let over = false;
		const stopped = new Promise((_, reject) => { stop = (why) => { over = true; reject(new Error(why)); }; });
		const timer = setTimeout(() => stop(`it took more than ${this.#limitMs} ms`), this.#limitMs);
		this.#stop = () => stop('another node');
		const goOn = () => {
			if (over) throw new Error('it is not wanted any more');
		};
		const is = () => node === this.#node;
		this.#running = Promise.race([(async () => this.#read(reader, goOn))(), stopped])
			.then((found) => is() && (this.#found = { at, found }), (error) => is() && this.#log(`a survey failed: ${error.message}`))
			.finally(() => {
				clearTimeout(timer);
				if (!is()) return;
				this.#running = undefined;
				this.#next = this.#now() + this.#everyMs;
			});
	}
}
