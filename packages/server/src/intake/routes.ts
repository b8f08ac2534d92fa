/** Batches: sending them, and reading what became of them. */
import type { App, Parts } from '../http/parts.ts';
import { batchRoutes } from './batches.ts';
import { pushRoutes } from './push.ts';
import { uploadRoutes } from './upload.ts';
import { waitingRoutes } from './waiting.ts';

/** Registers the routes. */
export function intakeRoutes(app: App, parts: Parts): void {
  pushRoutes(app, parts);
  uploadRoutes(app, parts);
  batchRoutes(app, parts);
  waitingRoutes(app, parts);
}
