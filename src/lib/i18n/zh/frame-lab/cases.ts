import type { Area } from '../../text.ts';
import type { cases as english } from '../../en/frame-lab/cases.ts';
import { caseTable } from './case-table.ts';

export const cases: Area<typeof english> = {
	title: '用例',
	lead: '每个用例各用一条连接，发给真实的对端。RFC 的判定来自字节本身，对端的表现则当场观察。',
	roles: { label: '你扮演谁', both: '两者', client: '原始客户端', server: '原始服务器' },
	sides: { client: '你是客户端，对端是 ws', server: '你是服务器，对端是这个浏览器' },
	run: '全部测试',
	again: '重新测试',
	cancel: '取消',
	exportJson: '导出 JSON',
	onlyDisagreements: '只看分歧',
	progress: (done: string, total: string) => `${done} / ${total}`,
	summary: (parts: { readonly agree: string; readonly differ: string; readonly open: string }) =>
		`一致 ${parts.agree}，有分歧 ${parts.differ}，无从比较 ${parts.open}`,
	columns: { name: '用例', strict: 'RFC', agreement: '是否一致', open: '编辑器' },
	recordedOn: (peer: string, date: string) => `${peer}，录制于 ${date}`,
	notTried: '未测试',
	noRecording: '没有录制',
	openInEditor: (name: string) => `在编辑器中打开“${name}”`,
	nothingLeft: '这里没有分歧。',
	notLoaded: '录制没能载入。不靠录制，也可以当场测试。',
	retry: '重试',
	stopped: '中途停止',
	stoppedWhy: (code: string) => `实验服务器拒绝继续（${code}）。此前的结果都还在，请稍后再试。`,
	peerSays: (peer: string) => `${peer}，现在`,
	noRawServer: '这台服务器不允许页面扮演服务器，所以无法测试浏览器。',
	groups: {
		legal: '合法',
		masking: '掩码',
		reserved: '保留位与操作码',
		lengths: '载荷长度',
		control: '控制帧',
		fragments: '分片',
		text: 'UTF-8',
		closing: '关闭',
		limits: '限制',
		deflate: 'permessage-deflate',
		ends: 'TCP 的结束'
	},
	table: caseTable
};
