/**
 * The layers of the house (README, "Structure"): bytes flow one way,
 * protocol → capture → runs → handshakes → transports → channel → {state, server} → diagrams → workbench →
 * {handshake-lab, frame-lab, transports-lab} → routes.
 */
const lib = '^src/lib/';
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
		only('capture-on-protocol', `${lib}capture/`, [`${lib}protocol/`]),
		only('runs-on-capture', `${lib}runs/`, [`${lib}protocol/`, `${lib}capture/`]),
		only('handshakes-on-runs', `${lib}handshakes/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}runs/`
		]),
		only('transports-on-capture', `${lib}transports/`, [`${lib}protocol/`, `${lib}capture/`]),
		only('channel-on-runs', `${lib}channel/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}runs/`,
			`${lib}handshakes/`,
			`${lib}transports/`
		]),
		only('state-on-channel', `${lib}state/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}runs/`,
			`${lib}handshakes/`,
			`${lib}transports/`,
			`${lib}channel/`,
			`${lib}i18n/`
		]),
		only('components-know-no-domain', `${lib}components/`, []),
		only('i18n-knows-no-domain', `${lib}i18n/`, []),
		only(
			'diagrams-are-pure',
			`${lib}diagrams/`,
			[
				`${lib}protocol/`,
				`${lib}capture/`,
				`${lib}runs/`,
				`${lib}handshakes/`,
				`${lib}transports/`,
				`${lib}components/`,
				`${lib}i18n/`
			],
			'props in, callbacks out: diagrams never import state'
		),
		only('workbench-wires-the-panes', `${lib}workbench/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}channel/`,
			`${lib}state/`,
			`${lib}diagrams/`,
			`${lib}components/`,
			`${lib}i18n/`
		]),
		only('frame-lab-on-the-workbench', `${lib}frame-lab/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}runs/`,
			`${lib}channel/`,
			`${lib}state/`,
			`${lib}diagrams/`,
			`${lib}workbench/`,
			`${lib}components/`,
			`${lib}i18n/`
		]),
		only('handshake-lab-on-the-workbench', `${lib}handshake-lab/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}runs/`,
			`${lib}handshakes/`,
			`${lib}transports/`,
			`${lib}channel/`,
			`${lib}state/`,
			`${lib}diagrams/`,
			`${lib}workbench/`,
			`${lib}components/`,
			`${lib}i18n/`
		]),
		only('transports-lab-on-the-workbench', `${lib}transports-lab/`, [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}transports/`,
			`${lib}channel/`,
			`${lib}state/`,
			`${lib}diagrams/`,
			`${lib}workbench/`,
			`${lib}components/`,
			`${lib}i18n/`
		]),
		only('server-is-node-only', '^src/server/', [
			`${lib}protocol/`,
			`${lib}capture/`,
			`${lib}runs/`,
			`${lib}handshakes/`,
			`${lib}transports/`,
			`${lib}channel/`
		]),
		{
			name: 'server-stays-on-the-server',
			severity: 'error',
			from: { path: '^src/(lib|routes)/' },
			to: { path: '^src/server/' }
		},
		{
			name: 'pure-rooms-use-no-node',
			severity: 'error',
			from: {
				path: `${lib}(protocol|capture|runs|handshakes|transports|channel)/`,
				pathNot: '\\.test\\.ts$'
			},
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
