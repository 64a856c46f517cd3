// SPDX-License-Identifier: GPL-3.0-or-later

//! Many bounded GETs at once.

use alloc::{string::String, vec::Vec};
use sp_core::offchain::{Duration, HttpError, Timestamp};
use sp_runtime::offchain::http::{PendingRequest, Request, Response};

/// What one answer may cost.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Limits {
	/// How long a venue has, from the question to the last byte.
	pub time: Duration,
	/// The longest answer that is read.
	pub bytes: usize,
}

/// A price is short.
pub const PRICE: Limits = Limits { time: Duration::from_millis(2_000), bytes: 64 * 1024 };
/// A whole option book is 300 to 600 KB.
pub const BOOK: Limits = Limits { time: Duration::from_millis(4_000), bytes: 1024 * 1024 };

/// Questions under way at once.
const PARALLEL: usize = 32;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum FetchError {
	/// The question could not be sent.
	NotSent,
	/// The venue took too long.
	Timeout,
	/// The connection broke.
	Broken,
	/// The status is not 200.
	Status(u16),
	/// The answer is longer than [`Limits::bytes`].
	TooLarge,
}

/// Ask all of `urls` and return an answer for each, in their order.
pub fn fetch_all(urls: &[String], limits: Limits) -> Vec<Result<Vec<u8>, FetchError>> {
	urls.chunks(PARALLEL).flat_map(|urls| fetch_some(urls, limits)).collect()
}

fn fetch_some(urls: &[String], limits: Limits) -> Vec<Result<Vec<u8>, FetchError>> {
	let deadline = sp_io::offchain::timestamp().add(limits.time);
	let sent = urls.iter().map(|url| send(url, deadline)).collect::<Vec<_>>();
	let (mut waiting, mut places) = (Vec::new(), Vec::new());
	let mut answers = Vec::new();
	for (place, request) in sent.into_iter().enumerate() {
		match request {
			Ok(request) => {
				waiting.push(request);
				places.push(place);
				answers.push(Err(FetchError::Timeout));
			},
			Err(error) => answers.push(Err(error)),
		}
	}
	if waiting.is_empty() {
		return answers;
	}
	let arrived = PendingRequest::try_wait_all(waiting, deadline);
	for (place, response) in places.into_iter().zip(arrived) {
		let answer = match response {
			Ok(Ok(response)) => body(response, deadline, limits.bytes),
			Ok(Err(_)) => Err(FetchError::Broken),
			Err(_) => Err(FetchError::Timeout),
		};
		if let Some(slot) = answers.get_mut(place) {
			*slot = answer;
		}
	}
	answers
}

fn send(url: &str, deadline: Timestamp) -> Result<PendingRequest, FetchError> {
	Request::get(url)
		.add_header("accept", "application/json")
		.add_header("user-agent", "straddle-oracle")
		.deadline(deadline)
		.send()
		.map_err(|_| FetchError::NotSent)
}

fn body(response: Response, deadline: Timestamp, most: usize) -> Result<Vec<u8>, FetchError> {
	if response.code != 200 {
		return Err(FetchError::Status(response.code));
	}
	let mut reader = response.body();
	reader.deadline(deadline);
	let bytes = reader.by_ref().take(most.saturating_add(1)).collect::<Vec<_>>();
	match reader.error() {
		Some(HttpError::DeadlineReached) => Err(FetchError::Timeout),
		Some(_) => Err(FetchError::Broken),
		None if bytes.len() > most => Err(FetchError::TooLarge),
		None => Ok(bytes),
	}
}
