// SPDX-License-Identifier: GPL-3.0-or-later

// Samples figures at every block while a story runs, for its picture.

/** Calls `sample()` once a block and keeps {block, …figures}; a failed sample is a gap. */
export class Recorder {
	samples = [];
	events = [];
	#going = true;
	#loop;

	constructor(chain, sample) {
		this.chain = chain;
		this.#loop = this.#run(sample);
	}

	async #run(sample) {
		while (this.#going) {
			const block = this.chain.head;
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

	async stop() {
		this.#going = false;
		await this.#loop;
	}
}
