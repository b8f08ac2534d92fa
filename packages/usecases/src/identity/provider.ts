/** Signing in through an identity provider: OpenID Connect, code flow with PKCE, state and nonce. An account is linked beforehand, never made. */
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { findAccount, findLinked } from '@xincheng/store/identity';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Configuration } from 'openid-client';
import { z } from 'zod';
import type { Platform } from '../platform/index.ts';
import { refused } from './problem.ts';
import type { IdentityProblem } from './problem.ts';
import { AT_THE_DOOR } from './sessions.ts';
import { beginSession } from './sign-in.ts';

/** As the provider's administrator registered us. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
}

/** A provider whose addresses are asked for when first needed, and again when that failed. */
export class IdentityProvider {
  readonly settings: ProviderSettings;
  #found: Promise<Configuration> | null = null;

  constructor(settings: ProviderSettings) {
    this.settings = settings;
  }

  configuration(): Promise<Configuration> {
    this.#found ??= this.#discover().catch((thrown: unknown) => {
      this.#found = null;
      throw thrown;
    });
    return this.#found;
  }

  async #discover(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const url = new URL(issuer);
    // Plain HTTP on the machine itself only.
    const isLocal = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
    // The library marks it as deprecated so that it is not used over a network.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return discovery(url, clientId, clientSecret, undefined, isLocal ? { execute: [allowInsecureRequests] } : {});
  }
}

/** What is remembered in the browser, sealed, until somebody comes back. */
const ticketSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), until: z.number() });
const TICKET_PLACE = { dataset: 'session', field: 'provider', subjectKey: '' } as const;
const TICKET_MS = 10 * 60_000;

/** Where to send the browser, and the ticket it brings back. */
export async function beginAtProvider(
  { sealer }: Platform,
  now: Date,
  provider: IdentityProvider,
): Promise<Result<{ readonly url: string; readonly ticket: string }, IdentityProblem>> {
  const configuration = await provider.configuration().catch(() => null);
  if (configuration === null) return refused('provider-unavailable');
  const ticket = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    until: now.getTime() + TICKET_MS,
  };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: provider.settings.redirectUri,
    scope: 'openid',
    state: ticket.state,
    nonce: ticket.nonce,
    code_challenge: await calculatePKCECodeChallenge(ticket.verifier),
    code_challenge_method: 'S256',
  });
  return ok({ url: url.href, ticket: sealer.seal(JSON.stringify(ticket), TICKET_PLACE) });
}

/** Begins a session for the account that is linked to whoever came back. `query` is what the provider added to our address. */
export async function finishAtProvider(
  platform: Platform,
  now: Date,
  provider: IdentityProvider,
  { ticket, query }: { readonly ticket: string; readonly query: string },
): Promise<Result<{ readonly token: string }, IdentityProblem>> {
  const opened = platform.sealer.unseal(ticket, TICKET_PLACE);
  const known = opened.ok ? ticketSchema.parse(JSON.parse(opened.value)) : null;
  if (known === null || known.until < now.getTime()) return refused('session-ended');
  const person = await personOf(provider, query, known);
  if (person === null) return refused('provider-unavailable');
  const account = await withTransaction(platform.database.app, AT_THE_DOOR, async (client) => {
    const id = await findLinked(client, person.issuer, person.subject);
    return id === null ? null : findAccount(client, id);
  });
  if (account === null || account.disabledAt !== null) return refused('provider-unknown-person');
  return withTransaction(platform.database.app, { actor: account.login, scope: 'identity' }, async (client) =>
    ok(await beginSession(client, now, account, 'provider')),
  );
}

/** Null when state, nonce, verifier, signature or code are not what they must be, or the provider does not answer. */
async function personOf(
  provider: IdentityProvider,
  query: string,
  { state, nonce, verifier }: z.infer<typeof ticketSchema>,
): Promise<{ readonly issuer: string; readonly subject: string } | null> {
  try {
    const url = new URL(provider.settings.redirectUri);
    url.search = query;
    const tokens = await authorizationCodeGrant(await provider.configuration(), url, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    return claims === undefined ? null : { issuer: claims.iss, subject: claims.sub };
  } catch {
    return null;
  }
}
