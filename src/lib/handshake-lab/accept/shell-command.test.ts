import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { WEBSOCKET_GUID } from '#lib/protocol/handshake/sec-websocket-accept.ts';
import { shellCommand } from './shell-command.ts';

test.each(['dGhlIHNhbXBsZSBub25jZQ==', `it's; $(echo "x") \`y\` \\n %s!`, ' '])(
	'a shell joins %j and the GUID unchanged',
	(key) => {
		const [join = ''] = (shellCommand(key) ?? '').split(' | openssl');
		expect(execFileSync('sh', ['-c', join], { encoding: 'latin1' })).toBe(key + WEBSOCKET_GUID);
	}
);

test.each(['a\nb', '\0', 'é', '\x7f'])('no command is offered for %j', (key) => {
	expect(shellCommand(key)).toBeNull();
});
