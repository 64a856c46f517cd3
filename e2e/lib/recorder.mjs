// SPDX-License-Identifier: GPL-3.0-or-later

// Samples figures at every block while a story runs, for its picture.

/** Calls `sample()` once a block and keeps {block, …figures}; a failed sample is a gap. */
export class Recorder {
	samples = [];
	events = [];
	#times = [];
	#going = true;
	#loop;

	constructor(chain, sample) {
		this.chain = chain;
		this.#loop = this.#run(sample);
	}

	async #run(sample) {
		while (this.#going) {
			const block = this.chain.head;
			this.#times.push([block, Date.now()]);
			const figures = await sample().catch(() => undefined);
			if (figures) this.samples.push({ block, ...figures });
			await this.chain.wait(1).catch(() => {
				this.#going = false;
			});
		}
	}

	/** Mark this block in the picture. */
	mark(label, block = this.chain.head) {
		this.events.push({ block, label });
	}

	/** Milliseconds between two blocks that followed each other, as they were seen here. */
	gaps() {
		const pairs = this.#times.slice(1).map(([block, at], i) => [block - this.#times[i][0], at - this.#times[i][1]]);
		return pairs.filter(([blocks]) => blocks === 1).map(([, gap]) => gap);
	}

	async stop() {
		this.#going = false;
		await this.#loop;
	}
}
