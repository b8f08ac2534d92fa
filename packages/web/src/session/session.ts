/** Who is signed in. The cookie is the browser's and no script sees it; what a page may know of the session is kept here. */
import { ApiProblem, Unreachable } from '../api/problem.ts';
import type { components } from '../api/schema.ts';

/** The session as the service tells it. */
export type Session = components['schemas']['Session'];

/** Why nobody is signed in. */
export type SignedOut = 'never' | 'left' | 'ended';

/** Before the service has been asked, in front of the door, inside. */
export type Door =
  | { readonly state: 'asking' }
  | { readonly state: 'closed'; readonly why: SignedOut; readonly hasProvider: boolean }
  | { readonly state: 'open'; readonly session: Session };

const KEPT_AS = 'xincheng.acting-for';
const ACTING_FOR = 'xincheng-acting-for';
const CSRF = 'xincheng-csrf';

const listeners = new Set<() => void>();
let door: Door = { state: 'asking' };
let hasProvider = false;
let actingFor = sessionStorage.getItem(KEPT_AS);

/** Where one stands. */
export function currentDoor(): Door {
  return door;
}

/** Calls back when that changes. */
export function subscribeDoor(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** Headers of every request: proof that it comes from our page, and in whose place one acts. */
export function sessionHeaders(): Readonly<Record<string, string>> {
  const place = actingFor === null ? {} : { [ACTING_FOR]: actingFor };
  return door.state === 'open' ? { [CSRF]: door.session.csrf, ...place } : place;
}

/** Asks the service who is there, at the start and when another tab may have changed it. Throws `Unreachable`. */
export async function askDoor(): Promise<void> {
  const { session, ...rest } = await ask<{ session: Session | null; hasProvider: boolean }>('GET', 'door');
  hasProvider = rest.hasProvider;
  if (session !== null) enter(session);
  else if (actingFor !== null) await stopActing();
  else close('never');
}

/** Signs in. Throws `ApiProblem`, whose code says whether a one-time code is asked for. */
export async function signIn(given: { login: string; password: string; code?: string }): Promise<void> {
  keepActing(null);
  enter(await ask<Session>('POST', 'session', given));
}

/** Puts an own password in the place of the one given; the session goes on as a new one. */
export async function changePassword(given: { current: string; next: string }): Promise<void> {
  enter(await ask<Session>('PUT', 'me/password', given));
}

/** Goes on in the place of somebody who is away, or as oneself. */
export async function actFor(login: string | null): Promise<void> {
  keepActing(login);
  await askDoor();
}

/** Ends the session, with `isEverywhere` on all devices. */
export async function leave(isEverywhere = false): Promise<void> {
  await ask('DELETE', `session?everywhere=${String(isEverywhere)}`);
  close('left');
}

/** The service no longer knows the session. */
export function close(why: SignedOut): void {
  keepActing(null);
  if (door.state !== 'closed') move({ state: 'closed', why: door.state === 'open' ? why : 'never', hasProvider });
}

async function stopActing(): Promise<void> {
  keepActing(null);
  await askDoor();
}

function enter(session: Session): void {
  move({ state: 'open', session });
}

function keepActing(login: string | null): void {
  actingFor = login;
  if (login === null) sessionStorage.removeItem(KEPT_AS);
  else sessionStorage.setItem(KEPT_AS, login);
}

function move(next: Door): void {
  door = next;
  for (const changed of listeners) changed();
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`/api/v1/${path}`, {
    method,
    headers: { ...sessionHeaders(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (response === null) throw new Unreachable();
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiProblem(response.status, answer, response.headers.get('xincheng-request'));
  return answer as T;
}
