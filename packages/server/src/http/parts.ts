/** What every route works with. */
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { IdentityProvider } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import type { Background } from './background.ts';
import type { Turns } from './turns.ts';

/** The HTTP application: its routes take their types from the contract's schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Handed to every group of routes. Read inside handlers only: the API is also described where there is no platform. */
export interface Parts {
  readonly platform: Platform;
  /** Null outside a demo district. */
  readonly token: string | null;
  readonly now: () => Date;
  /** One line for the operator. */
  readonly log: (line: string) => void;
  readonly background: Background;
  /** Requests under one idempotency key: a client that asks again too early waits for the answer to its first. */
  readonly turns: Turns;
  /** Largest file a form may carry. */
  readonly mostUploadBytes: number;
  /** Null where nobody signs in through an identity provider. */
  readonly provider: IdentityProvider | null;
  /** Attempts to sign in of one address in a minute. */
  readonly signInsPerMinute: number;
}
