/** What registers say when they are read together: decisions still in hand, money planned and spent. Row-level security decides what is seen. */
import type pg from 'pg';

export interface OpenDecisionRow {
  readonly recordId: string;
  readonly unitId: string;
  /** Number of the meeting, and of the decision within it. */
  readonly meeting: string;
  readonly number: string;
  readonly decision: string;
  readonly responsibleUnit: string;
  readonly agreedOn: string;
  readonly dueOn: string | null;
}

/** Decisions of meetings that are in one of these states: what is due first comes first, what has no day comes last. */
export async function listOpenDecisions(
  client: pg.ClientBase,
  { states, limit }: { readonly states: readonly string[]; readonly limit: number },
): Promise<readonly OpenDecisionRow[]> {
  const { rows } = await client.query<OpenDecisionRow>(
    `select r.record_id as "recordId", r.unit_id as "unitId", p.number as meeting, r.number, r.payload ->> 'decision' as decision,
       r.payload ->> 'responsibleUnit' as "responsibleUnit", r.decided_on as "agreedOn", r.payload ->> 'dueOn' as "dueOn"
     from credit_record r join credit_record p on p.record_id = r.parent_id and p.subject_key = r.subject_key
     where r.dataset = 'credit-meeting.decision' and r.state <> 'withdrawn' and r.payload ->> 'decisionState' = any ($1)
     order by r.payload ->> 'dueOn' nulls last, r.record_id limit $2`,
    [states, limit],
  );
  return rows;
}

export interface FundRow {
  readonly year: string;
  readonly purpose: string;
  /** Fen. */
  readonly planned: bigint;
  readonly spent: bigint;
}

/** Planned and spent by year and purpose. */
export async function sumFunds(client: pg.ClientBase): Promise<readonly FundRow[]> {
  const { rows } = await client.query<FundRow>(
    `select l.payload ->> 'fundYear' as year, l.payload ->> 'purpose' as purpose,
       sum((l.payload ->> 'planned')::bigint)::bigint as planned, coalesce(sum(s.spent), 0)::bigint as spent
     from credit_record l
     left join lateral (
       select sum((c.payload ->> 'spent')::bigint) as spent from credit_record c
       where c.parent_id = l.record_id and c.subject_key = l.subject_key and c.dataset = 'credit-fund-line.spending' and c.state <> 'withdrawn') s on true
     where l.dataset = 'credit-fund-line' and l.state <> 'withdrawn' group by 1, 2 order by 1, 2`,
  );
  return rows;
}
