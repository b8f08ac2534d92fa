export { insertAuditEvent, listAuditEvents } from './events.ts';
export type { AuditEvent } from './events.ts';
