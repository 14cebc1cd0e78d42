/** The log-ins that wait, found by the ids that their codes hold. */
import type { LoginAct, LoginStep } from '#lib/transports/login/login-event.ts';
import { SecretMap } from '../session/secret-map.ts';
import { Login } from './login.ts';

/** Milliseconds that a code may be scanned and confirmed. */
export const LOGIN_LIFE = 120_000;

export class Logins {
	readonly #waiting = new SecretMap<{ login: Login | null }>();
	readonly #life: number;

	/** @param life ms */
	constructor(life = LOGIN_LIFE) {
		this.#life = life;
	}

	get size(): number {
		return this.#waiting.size;
	}

	/** Makes one for a stream of its own. */
	readonly make = (): Login => {
		const place: { login: Login | null } = { login: null };
		const id = this.#waiting.add(place);
		place.login = new Login({ id, life: this.#life, onStop: () => this.#waiting.delete(id) });
		return place.login;
	};

	/** Null: there is no such log-in, or it is over. */
	act(id: string, act: LoginAct): LoginStep | null {
		return this.#waiting.get(id)?.login?.act(act) ?? null;
	}
}
