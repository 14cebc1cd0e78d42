/** The log-ins that wait, found by the ids that their codes hold. */
import type { LoginAct, LoginAnswer } from '#lib/transports/login/login-event.ts';
import { ClientAddresses } from '../http/client-address.ts';
import { SecretMap } from '../session/secret-map.ts';
import { Login } from './login.ts';

export interface LoginsOptions {
	/** Milliseconds that a code may be scanned and confirmed. */
	readonly life?: number;
	/** Tells from which address a request comes. */
	readonly addresses?: ClientAddresses;
}

const LOGIN_LIFE = 120_000;

export class Logins {
	readonly #waiting = new SecretMap<{ login: Login | null }>();
	readonly #options: Required<LoginsOptions>;

	constructor({ life = LOGIN_LIFE, addresses = new ClientAddresses([]) }: LoginsOptions = {}) {
		this.#options = { life, addresses };
	}

	get size(): number {
		return this.#waiting.size;
	}

	/** Makes one for a stream of its own. */
	readonly make = (): Login => {
		const place: { login: Login | null } = { login: null };
		const id = this.#waiting.add(place);
		const onStop = () => this.#waiting.delete(id);
		place.login = new Login({ ...this.#options, id, onStop });
		return place.login;
	};

	/** Null: there is no such log-in, or it is over. */
	act(id: string, act: LoginAct): LoginAnswer | null {
		return this.#waiting.get(id)?.login?.act(act) ?? null;
	}
}
