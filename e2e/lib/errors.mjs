// SPDX-License-Identifier: GPL-3.0-or-later

// What a failed call failed with, by name.

/** A call that a block holds but that failed, or a view that answered with an error. */
export class CallError extends Error {
	constructor({ errorName, docs }, { call, block, events = [] } = {}) {
		super(`${call ?? 'call'} failed: ${errorName}${block ? ` in block ${block.number}` : ''}${docs ? ` (${docs})` : ''}`);
		Object.assign(this, { name: 'CallError', errorName, docs, block, events });
	}
}

/** A DispatchError by name: "options.PriceTooFar", "token.FundsUnavailable", "badOrigin". */
export function errorName(registry, error) {
	if (error.isModule) {
		const { section, name, docs } = registry.findMetaError(error.asModule);
		return { errorName: `${section}.${name}`, docs: docs.join(' ').trim() };
	}
	const kind = error.type ? error.type[0].toLowerCase() + error.type.slice(1) : String(error);
	const inner = error.inner ?? error.value;
	return { errorName: inner?.type ? `${kind}.${inner.type}` : kind, docs: '' };
}

/** Events by which a call that succeeded says that a call inside it did not. */
const WRAPPERS = {
	'sudo.Sudid': 'result',
	'sudo.SudoAsDone': 'result',
	'proxy.ProxyExecuted': 'result',
	'multisig.MultisigExecuted': 'result',
	'utility.DispatchedAs': 'result',
	'utility.IfElseFallbackCalled': 'error',
	'utility.BatchInterrupted': 'error',
	'utility.ItemFailed': 'error',
	'council.Executed': 'result',
	'council.MemberExecuted': 'result',
};

/** The DispatchError of a call inside a batch, proxy, multisig or sudo, if one failed. */
export function innerError(events) {
	for (const { name, data } of events) {
		const shape = WRAPPERS[name];
		if (shape === 'result') {
			const failed = [...data].find((field) => field.isErr === true);
			if (failed) return failed.asErr;
		} else if (shape === 'error') {
			const error = [...data].find((field) => typeof field.isModule === 'boolean');
			if (error) return error;
		}
	}
	return undefined;
}
