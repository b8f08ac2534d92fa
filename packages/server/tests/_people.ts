/** People who sign in, and browsers that keep their cookies. */
import type { SessionBody } from '@xincheng/contract/api';
import type { Role } from '@xincheng/core/identity';
import { dayOf } from '@xincheng/core/calendar';
import { createAccount } from '@xincheng/usecases/identity';
import type { Answer, Call, World } from './_world.ts';

/** A browser with one session. */
export class Browser {
  readonly #world: World;
  cookie: string | null = null;
  csrf = '';

  readonly #host: string;

  constructor(world: World, host = 'xincheng.example') {
    this.#world = world;
    this.#host = host;
  }

  /** Sends a call as a page of ours would. */
  async call(call: Call): Promise<Answer> {
    const headers = {
      host: this.#host,
      ...(this.cookie === null ? {} : { cookie: this.cookie }),
      ...(this.csrf === '' ? {} : { 'xincheng-csrf': this.csrf }),
      ...call.headers,
    };
    const answer = await this.#world.call({ token: null, ...call, headers });
    const set = answer.headers['set-cookie'];
    if (typeof set === 'string') this.cookie = set.split(';')[0] ?? null;
    return answer;
  }

  async signIn(login: string, password: string, code?: string): Promise<Answer> {
    const payload = { login, password, ...(code === undefined ? {} : { code }) };
    const answer = await this.call({ method: 'POST', url: '/api/v1/session', payload });
    if (answer.statusCode === 200) this.csrf = answer.json<SessionBody>().csrf;
    return answer;
  }
}

/** A password that nobody guesses. */
export const OWN_PASSWORD = '七里河畔的石榴树开了红花朵';

export interface Person {
  readonly login: string;
  readonly unit: string;
  readonly scope?: 'units' | 'all';
  readonly roles: readonly Role[];
  /** Absent: made of the login. */
  readonly name?: string;
}

/** Makes an account; its first password. */
export async function enrol(
  world: World,
  { login, unit, scope = 'units', roles, name = `${login} 示例` }: Person,
): Promise<string> {
  const now = world.clock.now;
  const context = { now, today: dayOf(now), actor: { id: '测试', scope: 'all' as const, units: [], subjects: [] } };
  const made = await createAccount(world.platform, context, { login, name, unitId: unit, scope, roles });
  if (!made.ok) throw new Error(made.error.message);
  return made.value.password;
}

/** Makes an account, signs in and changes the first password. */
export async function person(world: World, who: Person): Promise<Browser> {
  const browser = new Browser(world);
  const first = await enrol(world, who);
  const signedIn = await browser.signIn(who.login, first);
  if (signedIn.statusCode !== 200) throw new Error(signedIn.body);
  const changed = await browser.call({
    method: 'PUT',
    url: '/api/v1/me/password',
    payload: { current: first, next: OWN_PASSWORD },
  });
  if (changed.statusCode !== 200) throw new Error(changed.body);
  browser.csrf = changed.json<SessionBody>().csrf;
  return browser;
}
