/** `xincheng account`: what the administrator at the machine does about accounts. */
import { ROLE_NAMES } from '@xincheng/core/identity';
import type { Role } from '@xincheng/core/identity';
import { actUponAccount, createAccount, readAccounts } from '@xincheng/usecases/identity';
import type { AccountView } from '@xincheng/usecases/identity';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { localTime } from '../local-time.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface ListOptions {
  readonly unit?: string;
  readonly limit: number;
}

export interface CreateOptions {
  readonly name: string;
  readonly unit: string;
  readonly scope: 'units' | 'all';
  readonly role: readonly Role[];
}

/** Accounts by login. */
export async function list(environment: Environment, { unit, limit }: ListOptions): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const accounts = await readAccounts(platform, localContext(environment, []), { unitId, after: null, limit });
    if (!accounts.ok) return failure(EXIT.refused, accounts.error);
    const rows = accounts.value.map((account) => [
      account.login,
      account.name,
      platform.pack.units.get(account.unitId)?.name ?? account.unitId,
      account.scope === 'all' ? '全区' : '本单位',
      account.roles.map((role) => ROLE_NAMES[role]).join('、'),
      stateOf(account),
    ]);
    const text = rows.length === 0 ? '没有账号。' : tableText(['用户名', '姓名', '单位', '范围', '角色', '状态'], rows);
    return { exit: EXIT.done, text, json: accounts.value };
  });
}

function stateOf({ disabledAt, lockedUntil }: AccountView): string {
  if (disabledAt !== null) return '停用';
  return lockedUntil === null ? '' : `暂停登录到 ${localTime(lockedUntil)}`;
}

/** Makes one. */
export async function create(environment: Environment, login: string, options: CreateOptions): Promise<Answer> {
  const found = await standardsFor(environment, { unit: options.unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  const { name, scope, role: roles } = options;
  return withPlatform(environment, { standards }, async (platform) => {
    const wanted = { login, name, unitId: unitId ?? options.unit, scope, roles };
    const made = await createAccount(platform, localContext(environment, []), wanted);
    return made.ok ? told(made.value.account, made.value.password, made.value) : failure(EXIT.unusable, made.error);
  });
}

/** Acts upon one. */
export async function act(
  environment: Environment,
  login: string,
  what: 'reset-password' | 'unlock' | 'disable' | 'enable' | 'remove-totp',
): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const done = await actUponAccount(platform, localContext(environment, []), login, { act: what });
    return done.ok ? told(done.value.account, done.value.password, done.value) : failure(EXIT.unusable, done.error);
  });
}

function told(account: AccountView, password: string | null, json: unknown): Answer {
  const first = password === null ? '' : `\n初始口令：${password}（只显示这一次，首次登录须改）`;
  return { exit: EXIT.done, text: `${account.login}（${account.name}）：已办理${first}`, json };
}
