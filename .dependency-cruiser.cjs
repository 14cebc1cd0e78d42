/**
 * The layers of the house (README, "Structure"): bytes flow one way,
 * protocol → capture → runs → handshakes → transports → channel → {state, server} → diagrams → workbench →
 * {handshake-lab, frame-lab, transports-lab} → routes.
 */
const lib = '^src/lib/';
const rooms = (...names) => names.map((name) => `${lib}${name}/`);

const bytes = rooms('protocol', 'capture');
const subjects = [...bytes, ...rooms('runs', 'handshakes', 'transports')];
/** Which run in a page, on a server and in tests alike. */
const pure = [...subjects, ...rooms('channel')];
const looks = rooms('components', 'i18n');
const panes = [...bytes, ...rooms('channel', 'state', 'diagrams'), ...looks];
const labs = [...panes, ...rooms('workbench')];

/** A room, and those that it may import. */
const only = (name, from, allowed, comment) => ({
	name,
	comment,
	severity: 'error',
	from: { path: from, pathNot: '\\.test\\.ts$' },
	to: { path: '^src/', pathNot: [from, ...allowed] }
});

module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{
			name: 'no-unresolved',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^(\\./\\$types|\\$app|\\$env|virtual:)' }
		},
		only('protocol-stands-alone', `${lib}protocol/`, [], 'protocol imports nothing of ours'),
		only('capture-on-protocol', `${lib}capture/`, rooms('protocol')),
		only('runs-on-capture', `${lib}runs/`, bytes),
		only('handshakes-on-runs', `${lib}handshakes/`, [...bytes, ...rooms('runs')]),
		only('transports-on-capture', `${lib}transports/`, bytes),
		only('channel-on-runs', `${lib}channel/`, subjects),
		only('state-on-channel', `${lib}state/`, [...pure, ...rooms('i18n')]),
		only('components-know-no-domain', `${lib}components/`, []),
		only('i18n-knows-no-domain', `${lib}i18n/`, []),
		only(
			'diagrams-are-pure',
			`${lib}diagrams/`,
			[...subjects, ...looks],
			'props in, callbacks out: diagrams never import state'
		),
		only('workbench-wires-the-panes', `${lib}workbench/`, panes),
		only('frame-lab-on-the-workbench', `${lib}frame-lab/`, [...labs, ...rooms('runs')]),
		only('handshake-lab-on-the-workbench', `${lib}handshake-lab/`, [...labs, ...subjects]),
		only('transports-lab-on-the-workbench', `${lib}transports-lab/`, [
			...labs,
			...rooms('transports')
		]),
		only('server-is-node-only', '^src/server/', pure),
		{
			name: 'server-stays-on-the-server',
			severity: 'error',
			from: { path: '^src/(lib|routes)/' },
			to: { path: '^src/server/' }
		},
		{
			name: 'pure-rooms-use-no-node',
			severity: 'error',
			from: { path: pure, pathNot: '\\.test\\.ts$' },
			to: { dependencyTypes: ['core'] }
		},
		{
			name: 'tests-are-not-imported',
			severity: 'error',
			from: { path: '^src/', pathNot: '\\.test\\.ts$' },
			to: { path: '(\\.test\\.ts$|^tests/)' }
		}
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^(build|\\.svelte-kit)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		}
	}
};
