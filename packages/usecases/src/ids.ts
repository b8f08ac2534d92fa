/** Ids made by the application: time-ordered where rows are only ever added. */
import { randomBytes } from 'node:crypto';

/** A UUID version 7 (RFC 9562) for an instant: ids made later sort later. */
export function uuidV7(now: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return uuidText(bytes.toString('hex'));
}

/** 32 hexadecimal digits with the hyphens of a UUID. */
export function uuidText(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}
