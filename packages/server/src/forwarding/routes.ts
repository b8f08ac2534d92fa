/** Forwarding: acts of the credit office, and lists for it and for units. */
import type { App, Parts } from '../http/parts.ts';
import { answerRoutes } from './answers.ts';
import { forwardBatchRoutes } from './batches.ts';
import { forwardListRoutes } from './lists.ts';

/** Registers the routes. */
export function forwardingRoutes(app: App, parts: Parts): void {
  forwardBatchRoutes(app, parts);
  answerRoutes(app, parts);
  forwardListRoutes(app, parts);
}
