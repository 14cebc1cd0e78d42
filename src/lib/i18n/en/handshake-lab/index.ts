/** Words of the handshake lab, on top of the workbench's. A page loads those of one tool. */
import { common } from './common.ts';
import { request } from './request.ts';
import { response } from './response.ts';
import { accept } from './accept.ts';
import { negotiation } from './negotiation.ts';
import { views } from './views.ts';
import { proxies } from './proxies.ts';
import { tls } from './tls.ts';

export const handshakeLab = {
	...common,
	request,
	response,
	accept,
	negotiation,
	views,
	proxies,
	tls
};
