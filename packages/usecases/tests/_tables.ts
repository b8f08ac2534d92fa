/** The tables of the platform as the tests see them. */
import type { Desk } from './_intake.ts';

/** Every table of ours and of imports in progress. */
export async function tablesOf(desk: Desk): Promise<readonly { name: string; isGuarded: boolean }[]> {
  return desk.rows(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity as "isGuarded" from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('xincheng', 'stage') and c.relkind in ('r', 'p') order by 1`,
  );
}
