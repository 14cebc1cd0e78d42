/** The rules of HTTP that requests and responses share. */
export const httpRules = {
	'empty-line-before-start': {
		short: 'an empty line before the start line',
		rule: 'A client must not send an empty line before its request. Servers should skip one all the same.'
	},
	'bare-lf': {
		short: 'this line ends in LF without CR',
		rule: 'Lines of a head end in CR LF. A reader may take LF alone, and then has to agree with every proxy on the way about where lines end.'
	},
	'bare-cr': {
		short: 'a CR without LF',
		rule: 'CR appears only before LF. A reader has to refuse it elsewhere, or read it as a space.'
	},
	'whitespace-before-headers': {
		short: 'the first header line begins with whitespace',
		rule: 'Between start line and first header no line may begin with whitespace. A reader refuses it or skips the line.'
	},
	'start-line-spacing': {
		short: 'one space is due here, no more and no less',
		rule: 'The parts of the start line are separated by exactly one space each.'
	},
	'method-not-token': {
		short: 'this is not a method',
		rule: 'A method is a token: letters, digits and a few signs, no separators.'
	},
	'target-missing': {
		short: 'the target is missing',
		rule: 'A request line has a target between method and version.'
	},
	'target-has-whitespace': {
		short: 'whitespace inside the target',
		rule: 'A target holds no whitespace; a space in a URL is written %20.'
	},
	'target-invalid-character': {
		short: 'this character cannot stand in a target',
		rule: 'A target is written in visible ASCII. Everything else is percent-encoded.'
	},
	'http-version-malformed': {
		short: 'this is not an HTTP version',
		rule: 'The version is HTTP/, a digit, a point, a digit, in capitals.'
	},
	'status-malformed': {
		short: 'this is not a status code',
		rule: 'A status code is three digits.'
	},
	'reason-space-missing': {
		short: 'a space is due after the status code',
		rule: 'The space after the status code is sent even if no reason follows.'
	},
	'header-without-colon': {
		short: 'this line has no colon',
		rule: 'A header line is a name, a colon and a value.'
	},
	'header-name-empty': {
		short: 'there is no name before the colon',
		rule: 'A header has a name of at least one character.'
	},
	'header-name-not-token': {
		short: 'this is not a header name',
		rule: 'A header name is a token: letters, digits and a few signs, no separators.'
	},
	'space-before-colon': {
		short: 'whitespace between name and colon',
		rule: 'A server must answer 400 to such a request: readers that disagree on the name could be tricked.'
	},
	'obs-fold': {
		short: 'a value folded over several lines',
		rule: 'Folding is obsolete. A reader refuses it, or reads each fold as spaces.'
	},
	'value-control-character': {
		short: 'a control character in a value',
		rule: 'Values hold visible characters, spaces and tabs.'
	},
	'host-missing': {
		short: 'there is no Host header',
		rule: 'A server must answer 400 to an HTTP/1.1 request without Host.'
	},
	'host-duplicated': {
		short: 'a second Host header',
		rule: 'A server must answer 400 to a request with more than one Host.'
	},
	'host-malformed': {
		short: 'this is not a host with an optional port',
		rule: 'A server must answer 400 to an invalid Host.'
	},
	'content-length-malformed': {
		short: 'this is not a length',
		rule: 'Content-Length is a decimal number of bytes. With anything else nobody knows where the body ends.'
	},
	'content-length-differs': {
		short: 'this length contradicts the first one',
		rule: 'Lengths that differ make readers disagree on where the next message begins.'
	},
	'content-length-with-transfer-encoding': {
		short: 'a length beside a transfer coding',
		rule: 'A message has one of the two. Both together are a known way of smuggling requests.'
	},
	'transfer-encoding-not-chunked': {
		short: 'chunked is not the last coding',
		rule: 'Unless chunked comes last, the end of the body cannot be found in a request.'
	},
	'chunk-malformed': {
		short: 'this chunk cannot be read',
		rule: 'A chunk is its size in hexadecimal, its bytes, and a line end after each of them.'
	},
	'head-too-large': {
		short: 'the head is larger than this reader accepts',
		rule: 'Readers limit the size of a head; a server answers 431.'
	}
};
