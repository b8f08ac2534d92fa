/**
 * Rules over the catalogue that keep the schema able to grow past one machine, and keep rows apart.
 * "Big" tables are those of records, cases and publicity: they would be distributed by `subject_key`.
 */
import type pg from 'pg';
import { ROLES, SCHEMA } from '../connection/index.ts';

/** The rules, by name. */
export const LINT_RULES = [
  'subject-key-column',
  'subject-key-in-key',
  'sequence-in-key',
  'foreign-key-to-big-table',
  'trigger',
  'row-security-forced',
  'policy-subquery',
  'policy-function',
  'policy-open',
  'policy-setting',
  'definer-function',
  'table-comment',
] as const;

/** One breach. */
export interface LintFinding {
  readonly rule: (typeof LINT_RULES)[number];
  /** Table, or table and the constraint, index, policy or trigger. */
  readonly object: string;
  readonly message: string;
}

const TABLE = `pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspowner = '${ROLES.owner}'::regrole and c.relkind in ('r', 'p')
  and not exists (select from pg_depend x where x.classid = 'pg_class'::regclass and x.objid = c.oid and x.deptype = 'e')`;
function isBig(alias: string): string {
  return `${alias}.relname ~ '^(credit_record|case_|publication_|publicity_)'`;
}
const NAME = `n.nspname || '.' || c.relname`;
function subjectKeyColumn(alias: string): string {
  return `(select a.attnum from pg_attribute a where a.attrelid = ${alias}.oid and a.attname = 'subject_key' and not a.attisdropped)`;
}
const POLICY = `${TABLE} join pg_policy p on p.polrelid = c.oid`;
/** The stored tree of a policy: what it calls stands there by number, whatever the text looks like. */
const TREE = `concat(p.polqual::text, p.polwithcheck::text)`;
const TEXT = `concat(pg_get_expr(p.polqual, p.polrelid), ' ', pg_get_expr(p.polwithcheck, p.polrelid))`;

interface Rule {
  readonly rule: LintFinding['rule'];
  readonly message: string;
  /** Gives column `object`, one row a breach. */
  readonly query: string;
}

const RULES: readonly Rule[] = [
  {
    rule: 'subject-key-column',
    message: 'a big table needs subject_key text not null, a base type',
    query: `select ${NAME} as object from ${TABLE} where ${isBig('c')}
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'subject_key' and a.atttypid = 'text'::regtype and a.attnotnull)`,
  },
  {
    rule: 'subject-key-in-key',
    message: 'every primary, unique and exclusion key of a big table holds subject_key: only so can it be kept on one node',
    query: `select ${NAME} || ' ' || i.relname as object from ${TABLE} join pg_index x on x.indrelid = c.oid and (x.indisunique or x.indisexclusion) join pg_class i on i.oid = x.indexrelid
      where ${isBig('c')} and not coalesce(${subjectKeyColumn('c')} = any ((x.indkey::int2[])[0:x.indnkeyatts - 1]), false)`,
  },
  {
    rule: 'subject-key-in-key',
    message: 'a foreign key from one big table to another joins subject_key with subject_key',
    query: `select ${NAME} || ' ' || k.conname as object from ${TABLE} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' join pg_class r on r.oid = k.confrelid
      where ${isBig('c')} and ${isBig('r')}
        and not exists (select from unnest(k.conkey, k.confkey) as pair (mine, theirs) where pair.mine = ${subjectKeyColumn('c')} and pair.theirs = ${subjectKeyColumn('r')})`,
  },
  {
    rule: 'sequence-in-key',
    message: 'no serial, identity or sequence in a key: ids are made by the application (uuid v7)',
    query: `select distinct ${NAME} || ' ' || a.attname as object from ${TABLE} join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where (a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ '\\ynextval\\(')
        and (exists (select from pg_index x where x.indrelid = c.oid and x.indisunique and a.attnum = any (x.indkey::int2[]))
          or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f') and a.attnum = any (k.conkey)))`,
  },
  {
    rule: 'foreign-key-to-big-table',
    message: 'a local table holds no foreign key to a big one: distributed, the parent could still be deleted',
    query: `select ${NAME} || ' ' || k.conname as object from ${TABLE} join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' join pg_class r on r.oid = k.confrelid
      where not ${isBig('c')} and ${isBig('r')}`,
  },
  {
    rule: 'trigger',
    message: 'no triggers: history and times are written by the use case, append-only is a matter of rights',
    query: `select ${NAME} || ' ' || t.tgname as object from ${TABLE} join pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal where n.nspname = '${SCHEMA}'`,
  },
  {
    rule: 'row-security-forced',
    message: 'a big table has row security enabled and forced',
    query: `select ${NAME} as object from ${TABLE} where ${isBig('c')} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  },
  {
    rule: 'policy-subquery',
    message: 'a policy holds no subquery',
    query: `select ${NAME} || ' ' || p.polname as object from ${POLICY} where ${TREE} ~ '\\{SUBLINK '`,
  },
  {
    rule: 'policy-function',
    message: 'a policy calls no function of ours: it might read a table',
    query: `select distinct ${NAME} || ' ' || p.polname as object from ${POLICY},
        regexp_matches(${TREE}, ':(?:funcid|opfuncid|opno) (\\d+)', 'g') as called
      where called[1]::oid >= 16384`,
  },
  {
    rule: 'policy-open',
    message: 'a policy for others than the owner reads a setting, so that an unset identity sees nothing',
    query: `select ${NAME} || ' ' || p.polname as object from ${POLICY}
      where p.polroles <> array['${ROLES.owner}'::regrole::oid] and p.polpermissive
        and (coalesce(pg_get_expr(p.polqual, p.polrelid), 'current_setting') !~ 'current_setting' or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'current_setting') !~ 'current_setting')`,
  },
  {
    rule: 'policy-setting',
    message: "a policy reads settings as current_setting('app.…', true): without true an unset one is an error",
    query: `select ${NAME} || ' ' || p.polname as object from ${POLICY} where ${TEXT} ~ 'current_setting\\(''[^'']*''::text\\)'`,
  },
  {
    rule: 'definer-function',
    message: "a function with its owner's rights has a fixed search_path and is not executable by everybody",
    query: `select n.nspname || '.' || f.proname as object from pg_proc f join pg_namespace n on n.oid = f.pronamespace and n.nspowner = '${ROLES.owner}'::regrole
      where f.prosecdef and (not exists (select from unnest(f.proconfig) setting where setting like 'search_path=%')
        or exists (select from aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g where g.grantee = 0 and g.privilege_type = 'EXECUTE'))`,
  },
  {
    rule: 'table-comment',
    message: 'every table has a comment',
    query: `select ${NAME} as object from ${TABLE} where coalesce(obj_description(c.oid, 'pg_class'), '') = ''`,
  },
];

/** Looks for breaches of every rule; none is the only good answer. */
export async function lintSchema(owner: Pick<pg.Pool, 'query'>): Promise<readonly LintFinding[]> {
  const findings: LintFinding[] = [];
  for (const { rule, message, query } of RULES) {
    const { rows } = await owner.query<{ object: string }>(query);
    findings.push(...rows.map(({ object }) => ({ rule, object, message })));
  }
  return findings.sort((a, b) => (`${a.object} ${a.rule}` < `${b.object} ${b.rule}` ? -1 : 1));
}
