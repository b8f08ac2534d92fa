/** Who is there and what they may do. */
import type { App, Parts } from '../http/parts.ts';
import { accountRoutes } from './account-routes.ts';
import { clientRoutes, delegationRoutes } from './grant-routes.ts';
import { ownSessionRoutes } from './own-session-routes.ts';
import { sessionRoutes } from './session-routes.ts';

/** Registers the guarded routes. */
export function identityRoutes(app: App, parts: Parts): void {
  sessionRoutes(app, parts);
  ownSessionRoutes(app, parts);
  accountRoutes(app, parts);
  clientRoutes(app, parts);
  delegationRoutes(app, parts);
}
