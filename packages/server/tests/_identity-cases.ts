/** The calls by which the operations about sessions, accounts, programs and delegation are tried. */
import { OWN_PASSWORD } from './_people.ts';
import { LICENSOR, REGULATOR } from './_world.ts';
import type { Call } from './_world.ts';

/** Two people of one unit: the first has signed in. */
interface IdentityScene {
  readonly cookie: string;
  readonly csrf: string;
  readonly client: string;
  readonly delegation: string;
}

interface Case {
  readonly succeeds: readonly (readonly [number, (scene: IdentityScene) => Call])[];
  readonly fails: readonly (readonly [number, string, (scene: IdentityScene) => Call])[];
}

const NOBODY = '00000000-0000-8000-8000-000000000000';
export const COLLEAGUES = ['anli', 'boyu'] as const;
const PLACE = { name: '新来的人', unit: LICENSOR, scope: 'units', roles: ['clerk'] } as const;
const AWAY = { to: 'boyu', fromOn: '2021-05-06', untilOn: '2021-05-10', reason: '出差' };

function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): () => Call {
  return () => ({ method, url: `/api/v1${url}`, ...(payload === undefined ? {} : { payload }) });
}

/** As the person who has signed in. */
function own(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object): (scene: IdentityScene) => Call {
  return ({ cookie, csrf }) => ({ ...call(method, url, payload)(), token: null, headers: { cookie, 'xincheng-csrf': csrf } });
}

function noPage(): Call {
  return { url: '/api/v1/session', token: null, headers: { cookie: 'xincheng=x' } };
}

export const IDENTITY_CASES: Readonly<Record<string, Case>> = {
  'POST /api/v1/session': {
    succeeds: [[200, () => ({ ...call('POST', '/session', { login: 'boyu', password: OWN_PASSWORD })(), token: null })]],
    fails: [
      [401, 'sign-in-refused', call('POST', '/session', { login: 'boyu', password: '不是我的口令' })],
      [400, 'invalid-request', call('POST', '/session', { login: 'boyu' })],
    ],
  },
  'GET /api/v1/session/provider': { succeeds: [], fails: [[404, 'no-provider', call('GET', '/session/provider')]] },
  'GET /api/v1/session/provider/callback': {
    succeeds: [],
    fails: [[404, 'no-provider', call('GET', '/session/provider/callback?code=x&state=y')]],
  },
  'GET /api/v1/session': {
    succeeds: [[200, own('GET', '/session')]],
    fails: [
      [403, 'no-session', call('GET', '/session')],
      [401, 'session-ended', noPage],
      [
        403,
        'not-standing-in',
        (scene) => ({ ...own('GET', '/session')(scene), headers: { cookie: scene.cookie, 'xincheng-acting-for': 'x' } }),
      ],
    ],
  },
  'PUT /api/v1/me/password': {
    succeeds: [],
    fails: [
      [403, 'password-wrong', own('PUT', '/me/password', { current: '不是我的口令', next: OWN_PASSWORD })],
      [422, 'password-same', own('PUT', '/me/password', { current: OWN_PASSWORD, next: OWN_PASSWORD })],
      [403, 'no-account', call('PUT', '/me/password', { current: OWN_PASSWORD, next: OWN_PASSWORD })],
      [
        403,
        'csrf',
        ({ cookie }) => ({ ...call('PUT', '/me/password', { current: 'x', next: 'y' })(), token: null, headers: { cookie } }),
      ],
    ],
  },
  'POST /api/v1/me/totp': {
    succeeds: [[200, own('POST', '/me/totp', { password: OWN_PASSWORD })]],
    fails: [[403, 'no-account', call('POST', '/me/totp', { password: OWN_PASSWORD })]],
  },
  'POST /api/v1/me/totp/confirmation': {
    succeeds: [],
    fails: [[401, 'code-wrong', own('POST', '/me/totp/confirmation', { code: '000000' })]],
  },
  'POST /api/v1/me/totp/removal': {
    succeeds: [[200, own('POST', '/me/totp/removal', { password: OWN_PASSWORD })]],
    fails: [[403, 'no-account', call('POST', '/me/totp/removal', { password: OWN_PASSWORD })]],
  },
  'GET /api/v1/me/sessions': {
    succeeds: [[200, own('GET', '/me/sessions')]],
    fails: [[403, 'no-account', call('GET', '/me/sessions')]],
  },
  'DELETE /api/v1/me/sessions/{id}': {
    succeeds: [],
    fails: [
      [404, 'no-such-session', own('DELETE', '/me/sessions/0123456789abcdef')],
      [400, 'invalid-request', own('DELETE', '/me/sessions/x')],
      [403, 'no-account', call('DELETE', '/me/sessions/0123456789abcdef')],
    ],
  },
  'GET /api/v1/roles': { succeeds: [[200, call('GET', '/roles')]], fails: [] },
  'GET /api/v1/accounts': {
    succeeds: [
      [200, call('GET', '/accounts?limit=1')],
      [200, call('GET', `/accounts?unit=${LICENSOR}&role=clerk&state=active`)],
    ],
    fails: [
      [403, 'no-right', own('GET', '/accounts')],
      [400, 'bad-cursor', call('GET', '/accounts?cursor=x')],
    ],
  },
  'POST /api/v1/accounts': {
    succeeds: [[201, call('POST', '/accounts', { ...PLACE, login: 'xinren' })]],
    fails: [
      [409, 'login-taken', call('POST', '/accounts', { ...PLACE, login: 'xinren' })],
      [400, 'unknown-unit', call('POST', '/accounts', { ...PLACE, login: 'other', unit: 'nowhere' })],
      [422, 'roles-incompatible', call('POST', '/accounts', { ...PLACE, login: 'other', roles: ['administrator', 'auditor'] })],
      [422, 'role-of-credit-office', call('POST', '/accounts', { ...PLACE, login: 'other', roles: ['credit-office'] })],
      [400, 'invalid-request', call('POST', '/accounts', { ...PLACE, login: '新人' })],
    ],
  },
  'GET /api/v1/accounts/{login}': {
    succeeds: [[200, call('GET', '/accounts/xinren')]],
    fails: [
      [404, 'no-such-account', call('GET', '/accounts/niemand')],
      [403, 'no-right', own('GET', '/accounts/boyu')],
    ],
  },
  'POST /api/v1/accounts/{login}/acts': {
    succeeds: [
      [200, call('POST', '/accounts/xinren/acts', { ...PLACE, act: 'change', unit: REGULATOR })],
      [200, call('POST', '/accounts/xinren/acts', { act: 'unlock' })],
      [200, call('POST', '/accounts/xinren/acts', { act: 'reset-password' })],
      [200, call('POST', '/accounts/xinren/acts', { act: 'remove-totp' })],
      [200, call('POST', '/accounts/xinren/acts', { act: 'link', issuer: 'https://id.example', subject: 'x' })],
      [200, call('POST', '/accounts/xinren/acts', { act: 'unlink' })],
      [200, call('POST', '/accounts/xinren/acts', { act: 'disable' })],
    ],
    fails: [
      [409, 'already-disabled', call('POST', '/accounts/xinren/acts', { act: 'disable' })],
      [409, 'not-linked', call('POST', '/accounts/anli/acts', { act: 'unlink' })],
      [409, 'not-disabled', call('POST', '/accounts/anli/acts', { act: 'enable' })],
      [404, 'no-such-account', call('POST', '/accounts/niemand/acts', { act: 'unlock' })],
      [400, 'invalid-request', call('POST', '/accounts/anli/acts', { act: 'remove' })],
    ],
  },
  'GET /api/v1/api-clients': {
    succeeds: [[200, call('GET', '/api-clients')]],
    fails: [[400, 'bad-cursor', call('GET', '/api-clients?cursor=x')]],
  },
  'POST /api/v1/api-clients': {
    succeeds: [[201, call('POST', '/api-clients', { name: '办案系统', unit: LICENSOR, rights: ['intake.submit'], days: 30 })]],
    fails: [
      [
        422,
        'right-not-transferable',
        call('POST', '/api-clients', { name: '系统', unit: LICENSOR, rights: ['account.manage'], days: 30 }),
      ],
      [
        422,
        'client-too-long',
        call('POST', '/api-clients', { name: '系统', unit: LICENSOR, rights: ['intake.submit'], days: 367 }),
      ],
      [400, 'unknown-unit', call('POST', '/api-clients', { name: '系统', unit: 'nowhere', rights: ['intake.submit'], days: 30 })],
    ],
  },
  'POST /api/v1/api-clients/{id}/revocation': {
    succeeds: [[200, ({ client }) => call('POST', `/api-clients/${client}/revocation`)()]],
    fails: [
      [409, 'already-revoked', ({ client }) => call('POST', `/api-clients/${client}/revocation`)()],
      [404, 'no-such-client', call('POST', `/api-clients/${NOBODY}/revocation`)],
    ],
  },
  'GET /api/v1/me/colleagues': {
    succeeds: [[200, own('GET', '/me/colleagues')]],
    fails: [[403, 'no-account', call('GET', '/me/colleagues')]],
  },
  'GET /api/v1/delegations': {
    succeeds: [
      [200, own('GET', '/delegations')],
      [200, call('GET', '/delegations')],
    ],
    fails: [[400, 'bad-cursor', call('GET', '/delegations?cursor=x')]],
  },
  'POST /api/v1/delegations': {
    succeeds: [[201, own('POST', '/delegations', AWAY)]],
    fails: [
      [422, 'delegate-unfit', own('POST', '/delegations', { ...AWAY, to: 'anli' })],
      [422, 'delegation-days', own('POST', '/delegations', { ...AWAY, fromOn: '2021-05-05' })],
      [403, 'no-account', call('POST', '/delegations', AWAY)],
      [403, 'account-out-of-scope', own('POST', '/delegations', { ...AWAY, from: 'boyu', to: 'anli' })],
      [404, 'no-such-account', call('POST', '/delegations', { ...AWAY, from: 'niemand' })],
    ],
  },
  'POST /api/v1/delegations/{id}/end': {
    succeeds: [[200, (scene) => own('POST', `/delegations/${scene.delegation}/end`)(scene)]],
    fails: [
      [409, 'already-ended', (scene) => own('POST', `/delegations/${scene.delegation}/end`)(scene)],
      [404, 'no-such-delegation', own('POST', `/delegations/${NOBODY}/end`)],
    ],
  },
  /** Last: it ends the session of the scene. */
  'DELETE /api/v1/session': {
    succeeds: [[200, own('DELETE', '/session')]],
    fails: [
      [401, 'session-ended', own('DELETE', '/session?everywhere=true')],
      [403, 'no-session', call('DELETE', '/session')],
    ],
  },
};
