/** The schema of every table of ours. */
export const SCHEMA = 'xincheng';

/**
 * The four roles. `owner` owns every object and migrates; the others log in, own nothing and cannot step round row-level security.
 * `importer` merges batches through functions of the owner; `portal` reads published views.
 */
export const ROLES = {
  owner: 'xincheng_owner',
  app: 'xincheng_app',
  importer: 'xincheng_importer',
  portal: 'xincheng_portal',
} as const;

/** The same database as another role. */
export function urlAs(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
