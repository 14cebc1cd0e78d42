/**
 * What can be said of a race, as data: numbers and lanes (places in `RaceResult.lanes`), no words.
 * Bytes are counted TCP payload, times are µs. A time is only claimed to differ from another one
 * where the difference is larger than the clock's error allows.
 */
export type Finding =
	/** Which lane spent least on an event, which most; all of them delivered every event. */
	| {
			readonly kind: 'bytes-per-event';
			readonly least: number;
			readonly leastBytes: number;
			readonly most: number;
			readonly mostBytes: number;
	  }
	/** No event was made: what it costs to wait. */
	| {
			readonly kind: 'silence';
			readonly least: number;
			readonly leastBytes: number;
			readonly most: number;
			readonly mostBytes: number;
			readonly time: number;
	  }
	/** Answers of polling that brought nothing. */
	| {
			readonly kind: 'empty-answers';
			readonly lane: number;
			readonly empty: number;
			readonly answers: number;
	  }
	/** Short polling was cheaper than every lane that keeps a connection; and what it cost in time. */
	| {
			readonly kind: 'polling-cheaper';
			readonly lane: number;
			readonly bytes: number;
			readonly other: number;
			readonly otherBytes: number;
			/** Median delays; null where there is nothing to compare, or the clock's error may be all of it. */
			readonly delay: number | null;
			readonly otherDelay: number | null;
	  }
	/** Short polling took fewer bytes than long polling: one answer of its brings all that waited. */
	| {
			readonly kind: 'polling-gathers';
			readonly lane: number;
			readonly bytes: number;
			readonly requests: number;
			readonly other: number;
			readonly otherBytes: number;
			readonly otherRequests: number;
	  }
	/** It was dearer; from which interval on it would have cost less. */
	| {
			readonly kind: 'polling-dearer';
			readonly lane: number;
			readonly bytes: number;
			readonly other: number;
			readonly otherBytes: number;
			/** What a question costs; null: not all heads are known. */
			readonly question: QuestionPrice | null;
	  }
	/** Events wait for the next question: median against the interval, both µs. */
	| {
			readonly kind: 'polling-delay';
			readonly lane: number;
			readonly delay: number;
			readonly interval: number;
	  }
	/** Medians of long polling and of a lane that pushes, under the same conditions. */
	| {
			readonly kind: 'long-polling-delay';
			readonly lane: number;
			readonly delay: number;
			readonly other: number;
			readonly otherDelay: number;
			/** What the clock's error allows to be nothing. */
			readonly margin: number;
			readonly verdict: 'same' | 'slower' | 'quicker';
	  }
	/** Requests had to wait in the browser for one of its six connections. */
	| {
			readonly kind: 'six-connections';
			/** This race held all six at once; else others of the browser's tabs may have held the rest. */
			readonly isOwn: boolean;
			readonly held: number;
			readonly waited: number;
			/** Of those that waited: never left the browser. */
			readonly unsent: number;
			readonly longest: number;
			/** Lanes that were never connected. */
			readonly never: number;
	  }
	/** The code of its client was not there when the lanes began: fetched over HTTP like the rest. */
	| { readonly kind: 'late-code'; readonly lane: number; readonly code: 'late' | 'failed' }
	/** The same lane with and without compression. */
	| {
			readonly kind: 'compression';
			readonly lane: number;
			readonly bytes: number;
			readonly other: number;
			readonly otherBytes: number;
	  }
	/** What Socket.IO adds to a WebSocket of one's own: once, and for each event. */
	| {
			readonly kind: 'envelope';
			readonly lane: number;
			readonly other: number;
			readonly opening: number;
			readonly otherOpening: number;
			readonly perEvent: number;
			readonly otherPerEvent: number;
	  }
	/** HTTP heads made up this share of a lane's bytes: the largest. */
	| {
			readonly kind: 'heads';
			readonly lane: number;
			readonly heads: number;
			readonly bytes: number;
	  }
	/** Connecting took this share of a lane's bytes: the largest. */
	| {
			readonly kind: 'opening';
			readonly lane: number;
			readonly opening: number;
			readonly bytes: number;
	  }
	| { readonly kind: 'all-delivered'; readonly events: number; readonly lanes: number }
	/** Events of a lane that did not come. */
	| {
			readonly kind: 'lost';
			readonly lane: number;
			readonly missing: number;
			readonly skipped: number;
			readonly events: number;
	  }
	/** Events that came more than once, and were given on once. */
	| { readonly kind: 'duplicated'; readonly lane: number; readonly duplicates: number }
	/** The server let go of a lane's client. */
	| { readonly kind: 'dropped'; readonly lane: number; readonly times: number }
	/** Every delay may be wrong by so much, all in the same direction. */
	| { readonly kind: 'clock'; readonly error: number }
	/** The race ended early. */
	| { readonly kind: 'cut-short'; readonly outcome: 'stopped' | 'lost' };

export type FindingKind = Finding['kind'];

/** What short polling pays for asking. */
export interface QuestionPrice {
	/** Heads of a question and its answer, on average: it pays them whatever the answer brings. */
	readonly heads: number;
	/** All that is no head: it does not shrink when one asks less often. */
	readonly bodies: number;
	/**
	 * Interval in µs at which as many questions, with these bodies, would have cost what the other
	 * lane cost; null: not even one would have.
	 */
	readonly breakEven: number | null;
}
