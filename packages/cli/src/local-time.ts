/** Instants as people in the district read them. */
const SHANGHAI_MS = 8 * 3600_000;

/** Date and minute in Shanghai, which has known no summer time since 1991. */
export function localTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
}
