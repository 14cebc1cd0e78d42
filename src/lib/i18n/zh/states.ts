import type { states as en } from '../en/states.ts';
import type { Area } from '../text.ts';

export const states: Area<typeof en> = {
	title: '状态',
	at: (time) => `${time} ms 时`,
	client: '客户端',
	server: '服务器',
	machine: { client: '客户端的状态', server: '服务器的状态' },
	now: '当前',
	skipped: '未经过',
	because: '原因',
	start: '还没有发生任何事',
	goTo: (step, time, section) => `${step}，${time} 毫秒，§${section}：转到对应记录`,
	steps: {
		'tcp-accepted': '已接受',
		'request-sent': '发出请求',
		'request-received': '收到请求',
		'request-invalid': '请求无效',
		'response-sent': '发出响应',
		'response-received': '收到响应',
		'response-refused': '握手失败',
		'handshake-complete': '始于',
		'close-frame-sent': '发出 close',
		'close-frame-received': '收到 close',
		'close-frame-answered': '回复 close',
		'violation-received': '必须中止',
		'violation-answered': '中止连接',
		'fin-sent': '发出 FIN',
		'fin-received': '收到 FIN',
		'reset-sent': '发出 RST',
		'reset-received': '收到 RST',
		'tcp-closed': 'TCP 已关闭'
	},
	causes: {
		'tcp-accepted': () => '服务器接受了 TCP 连接',
		'request-sent': () => '客户端发出了升级请求',
		'request-received': () => '服务器收到了升级请求',
		'request-invalid': (detail) => `请求不是合法的握手${after(detail)}`,
		'response-sent': (detail) => `服务器发出了响应${after(detail)}`,
		'response-received': (detail) => `客户端收到了响应${after(detail)}`,
		'response-refused': (detail) => `这个响应没有建立 WebSocket${after(detail)}，连接失败`,
		'handshake-complete': (detail) => `${detail || '101'}，且 Accept 正确`,
		'close-frame-sent': (detail) => `发出关闭帧${code(detail)}`,
		'close-frame-received': (detail) => `收到关闭帧${code(detail)}`,
		'close-frame-answered': (detail) => `回复关闭帧${code(detail)}`,
		'violation-received': (detail) => `收到的帧违反规则${after(detail)}，必须中止连接`,
		'violation-answered': (detail) => (detail ? `中止连接：发出关闭帧${code(detail)}` : '中止连接'),
		'fin-sent': () => '发出 FIN：己方不再发送字节',
		'fin-received': () => '收到 FIN：对方不再发送字节',
		'reset-sent': () => '己方重置了连接',
		'reset-received': () => '对方重置了连接',
		'tcp-closed': () => 'TCP 连接已关闭'
	},
	noCode: '（无关闭码）'
};

function after(detail: string): string {
	return detail && `（${detail}）`;
}

/** A number stands apart from Chinese; words in brackets do not. */
function code(detail: string): string {
	return /^\d/.test(detail) ? ` ${detail}` : detail;
}
