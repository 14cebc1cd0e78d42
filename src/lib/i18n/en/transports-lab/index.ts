/** Words of the transports lab, on top of the workbench's. A page loads those of one tool. */
import { shell } from './shell.ts';
import { race } from './race.ts';
import { lane } from './lane.ts';
import { report } from './report.ts';
import { login } from './login.ts';
import { game } from './game.ts';
import { chat } from './chat.ts';
import { scale } from './scale.ts';
import { phone } from './phone.ts';
import { summary } from './summary.ts';

export const transportsLab = {
	shell,
	race,
	lane,
	report,
	login,
	game,
	chat,
	scale,
	phone,
	summary
};
