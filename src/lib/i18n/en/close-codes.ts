/** RFC 6455 §7.4 and the IANA registry: what each close code says. */
export const closeCodes = {
	'1000': { name: 'normal closure', meaning: 'the purpose of the connection is fulfilled' },
	'1001': { name: 'going away', meaning: 'a server shuts down, or a page is left' },
	'1002': { name: 'protocol error', meaning: 'the peer broke the protocol' },
	'1003': { name: 'unsupported data', meaning: 'this type of data cannot be accepted' },
	'1004': { name: 'reserved', meaning: 'reserved; a meaning may be defined later' },
	'1005': {
		name: 'no status received',
		meaning: 'told to programs when a close frame held no code; never sent'
	},
	'1006': {
		name: 'abnormal closure',
		meaning: 'told to programs when no close frame came at all; never sent'
	},
	'1007': {
		name: 'invalid payload data',
		meaning: 'the data does not fit its type, such as text that is not UTF-8'
	},
	'1008': { name: 'policy violation', meaning: 'refused by the endpoint’s own rules' },
	'1009': { name: 'message too big', meaning: 'too big to process' },
	'1010': {
		name: 'mandatory extension',
		meaning: 'the client needs an extension that the server did not agree to'
	},
	'1011': { name: 'internal error', meaning: 'the server met an unexpected condition' },
	'1012': { name: 'service restart', meaning: 'the service restarts; reconnect after a while' },
	'1013': { name: 'try again later', meaning: 'the server is overloaded for the moment' },
	'1014': { name: 'bad gateway', meaning: 'a gateway got an invalid answer from upstream' },
	'1015': {
		name: 'TLS handshake',
		meaning: 'told to programs when the TLS handshake failed; never sent'
	},
	ranges: {
		unused: { name: 'not used', meaning: '0–999 are not used as close codes' },
		protocol: {
			name: 'unassigned',
			meaning: '1000–2999 belong to the protocol, and this one is not assigned'
		},
		registered: {
			name: 'library or framework',
			meaning: '3000–3999 belong to libraries, frameworks and applications, registered with IANA'
		},
		private: {
			name: 'private use',
			meaning: '4000–4999 mean what the two applications agreed on'
		},
		beyond: { name: 'out of range', meaning: 'close codes end at 4999' }
	}
};
