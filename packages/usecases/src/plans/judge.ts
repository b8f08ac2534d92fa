/** Judging a plan: every task by live numbers; what began or ceased to hold since the last time is noted. */
import { asDay, dayOf } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { outcomeOfAll, taskStanding } from '@xincheng/core/plans';
import type { ConditionOutcome, TaskProof, TaskStanding } from '@xincheng/core/plans';
import { withTransaction } from '@xincheng/store/connection';
import type { Client } from '@xincheng/store/connection';
import {
  boundUnits,
  insertProofEvents,
  listDeclarations,
  listProofEvents,
  listTasks,
  takeProofTurn,
} from '@xincheng/store/plans';
import type { BoundUnit, Declaration, PlanRow, PlanTaskRow, ProofEvent } from '@xincheng/store/plans';
import { identityOf } from '../identity/index.ts';
import type { ActContext, Actor } from '../identity/index.ts';
import { readAll } from '../indicators/index.ts';
import type { Platform } from '../platform/index.ts';
import { askedBy, cellTexts, judge } from './condition.ts';
import type { JudgedCondition } from './condition.ts';

/** A task with how it stands. */
export interface JudgedTask extends PlanTaskRow, TaskStanding {
  /** Null where no file says what proves it. */
  readonly proof: TaskProof | null;
  readonly conditions: readonly JudgedCondition[];
  readonly firstProvenOn: Day | null;
  readonly bound: readonly BoundUnit[];
  readonly declarations: readonly Declaration[];
}

/** Sees the numbers of all units, so that a task stands the same whoever asks. What each may know is decided behind it. */
const JUDGE: Actor = { id: 'xincheng', scope: 'all', units: [], subjects: [] };

/** What all conditions of a task together are noted under. */
const WHOLE = 'all';

/** Runs work in the judge's name. */
export async function asJudge<T>(
  platform: Platform,
  { now, today }: Pick<ActContext, 'now' | 'today'>,
  work: (client: Client, context: ActContext) => Promise<T>,
): Promise<T> {
  return withTransaction(platform.database.app, identityOf(JUDGE), (client) => work(client, { now, today, actor: JUDGE }));
}

/** Judges the tasks of a plan, or one of them, and notes changes. For a closed plan the clock stands still, and nothing is noted. */
export async function judgePlan(
  client: Client,
  platform: Platform,
  judging: ActContext,
  plan: PlanRow,
  only: string | null = null,
): Promise<readonly JudgedTask[]> {
  const context = plan.closedAt === null ? judging : { ...judging, today: dayOf(plan.closedAt) };
  const tasks = (await listTasks(client, plan.id)).filter(({ number }) => only === null || number === only);
  const bound = await boundUnits(client, plan.id, only);
  const declarations = await listDeclarations(client, plan.id);
  const conditions = await judgeConditions(client, platform, context, plan.id, tasks, bound);
  const version = platform.pack.plans.get(plan.id)?.version ?? '';
  const events = await noteChanges(client, plan, { context, version, conditions, only });
  return tasks.map((task) => {
    const own = conditions.get(task.number) ?? [];
    const said = declarations.filter(({ number }) => number === task.number);
    const firstProvenOn = firstProof(events, task.number);
    const facts = {
      dueOn: task.dueOn === null ? null : asDay(task.dueOn),
      outcomes: own.map(({ outcome }) => outcome),
      firstProvenOn,
      isBegun: said.length > 0 || own.some(isFiled),
    };
    return {
      ...task,
      ...taskStanding(facts, context.today),
      proof: proofOf(platform, plan.id, task.number),
      conditions: own,
      firstProvenOn,
      bound: bound.filter(({ number }) => number === task.number),
      declarations: said,
    };
  });
}

function isFiled({ total }: JudgedCondition): boolean {
  return (total.numerator ?? 0n) > 0n || total.absence === 'zero-report';
}

function proofOf({ pack }: Platform, planId: string, number: string): TaskProof | null {
  return pack.plans.get(planId)?.tasks.find((task) => task.number === number) ?? null;
}

/** Conditions by task, their numbers asked together. */
async function judgeConditions(
  client: Client,
  platform: Platform,
  context: ActContext,
  planId: string,
  tasks: readonly PlanTaskRow[],
  bound: readonly BoundUnit[],
): Promise<ReadonlyMap<string, readonly JudgedCondition[]>> {
  const version = platform.pack.plans.get(planId)?.version ?? '';
  const asked = tasks.flatMap(({ number }) =>
    (proofOf(platform, planId, number)?.all ?? []).map((condition) => ({
      number,
      condition,
      asked: askedBy(platform.pack, condition, version, context.today),
    })),
  );
  const measured = asked.flatMap((one) => (one.asked === null ? [] : [one.asked]));
  const readings = await readAll(client, platform, context, measured);
  const judged = new Map<string, JudgedCondition[]>();
  let at = 0;
  for (const { number, condition, asked: indicator } of asked) {
    const reading = indicator === null ? null : (readings[at++] ?? null);
    const units = new Set(bound.filter((one) => one.number === number).map(({ unitId }) => unitId));
    judged.set(number, [...(judged.get(number) ?? []), judge(condition, indicator, reading, [...units])]);
  }
  return judged;
}

interface Judged {
  readonly context: ActContext;
  readonly version: string;
  readonly conditions: ReadonlyMap<string, readonly JudgedCondition[]>;
  readonly only: string | null;
}

/** All events of the plan, with those of today. Whoever finds changes waits for whoever found them first, and looks again. */
async function noteChanges(client: Client, { id, state }: PlanRow, judged: Judged): Promise<readonly ProofEvent[]> {
  const before = await listProofEvents(client, id, judged.only);
  if (state === 'closed' || changesOf(before, judged).length === 0) return before;
  await takeProofTurn(client, id);
  const now = await listProofEvents(client, id, judged.only);
  const changes = changesOf(now, judged);
  await insertProofEvents(client, id, changes);
  return [...now, ...changes];
}

function changesOf(events: readonly ProofEvent[], { context, version, conditions }: Judged): readonly ProofEvent[] {
  const last = new Map(events.map((event) => [`${event.number} ${event.condition}`, event.to]));
  const changes: ProofEvent[] = [];
  const note = (number: string, condition: string, to: ConditionOutcome, snapshot: unknown): void => {
    const from = last.get(`${number} ${condition}`) ?? null;
    if (from !== to) changes.push({ number, condition, from, to, at: context.now, day: context.today, version, snapshot });
  };
  for (const [number, own] of conditions) {
    for (const condition of own) note(number, condition.id, condition.outcome, snapshotOf(condition));
    note(number, WHOLE, outcomeOfAll(own.map(({ outcome }) => outcome)), null);
  }
  return changes;
}

function snapshotOf({ period, total, target, version, needs }: JudgedCondition): unknown {
  return { period, ...cellTexts(total), target, version, needs };
}

function firstProof(events: readonly ProofEvent[], number: string): Day | null {
  const first = events.find((event) => event.number === number && event.condition === WHOLE && event.to === 'holds');
  return first === undefined ? null : asDay(first.day);
}
