// SPDX-License-Identifier: GPL-3.0-or-later

// Tells a story step by step: one readable line each, a count at the end, a nonzero exit if any failed.

/**
 * Run a story: `await runStory('first trade', async (story) => { … }, { block })`. `block` gives
 * the present block number. Sets process.exitCode and resolves to the story.
 */
export async function runStory(name, body, options = {}) {
	const story = new Story(name, options);
	try {
		await body(story);
	} catch (error) {
		if (!(error instanceof StoryStopped)) story.broken(error);
	}
	story.finish();
	return story;
}

/** Thrown out of a step that failed, so that later steps do not run on sand. */
export class StoryStopped extends Error {}

export class Story {
	steps = 0;
	failed = 0;
	#finished = false;

	constructor(name, { block = () => undefined, out = (line) => console.log(line) } = {}) {
		Object.assign(this, { name, out });
		this.block = block;
	}

	/** Let later lines carry this chain's block number. */
	follow(chain) {
		this.block = () => chain.head;
	}

	/**
	 * Do one step. `text` is the line, or makes it from the result. Resolves to the result; a
	 * failure is counted and stops the story, unless `goOn` is set.
	 */
	async step(text, body = () => undefined, { goOn = false } = {}) {
		const number = ++this.steps;
		try {
			const result = await body();
			this.#line(number, typeof text === 'function' ? text(result) : text);
			return result;
		} catch (error) {
			this.failed++;
			this.#line(number, `FAILED ${typeof text === 'function' ? (text.label ?? 'step') : text}: ${error.message}`);
			if (error.stack && process.env.STRADDLE_TRACE) this.out(error.stack);
			if (goOn) return undefined;
			throw new StoryStopped(error.message, { cause: error });
		}
	}

	/** A step that passes if the condition holds; a failure is counted and the story goes on. */
	check(text, condition) {
		return this.step(
			text,
			async () => {
				const value = typeof condition === 'function' ? await condition() : condition;
				if (!value) throw new Error('it does not hold');
				return value;
			},
			{ goOn: true },
		);
	}

	/** A step that passes only if its body is refused with this name ("options.PriceTooFar"). */
	refused(text, name, body) {
		return this.step(
			text,
			async () => {
				let answer;
				try {
					answer = await body();
				} catch (error) {
					if (error.errorName === name) return error;
					throw new Error(`expected ${name}, got ${error.errorName ?? error.message}`, { cause: error });
				}
				throw new Error(`expected ${name}, but it went through${answer?.block ? ` in block ${answer.block.number}` : ''}`);
			},
			{ goOn: true },
		);
	}

	/** A line that is not a step. */
	note(text) {
		this.out(`     ${text}`);
	}

	/** Something failed outside of any step. */
	broken(error) {
		this.failed++;
		this.out(`FAILED outside of a step: ${error.stack ?? error}`);
	}

	/** Print the count and set the exit code. A story without steps has failed. */
	finish() {
		if (this.#finished) return;
		this.#finished = true;
		if (this.steps === 0) this.failed++;
		this.out(`${this.name}: ${this.steps} steps, ${this.failed} failed`);
		if (this.failed > 0) process.exitCode = 1;
	}

	#line(number, text) {
		const block = this.block();
		this.out(`${`#${number}`.padEnd(4)} block ${String(block ?? '-').padEnd(4)} ${text}`);
	}
}
