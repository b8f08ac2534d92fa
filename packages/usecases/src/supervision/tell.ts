/** Who is told of an act: the other side, in the transaction of the act. */
import { MATTER_ACT_WORDS, MATTER_WORDS } from '@xincheng/core/supervision';
import type { ActRow, MatterRow } from '@xincheng/store/supervision';
import type { Client } from '@xincheng/store/connection';
import type { ActContext } from '../identity/index.ts';
import { sendNotice, wordsAskedFor } from '../notices/index.ts';
import type { Platform } from '../platform/index.ts';
import type { Matter, PlanInHand } from './in-hand.ts';
import { leadsOf, unitName } from './parts.ts';

/** Tells the units whom an act concerns, but never the one that did it. */
export async function tellUnits(inHand: PlanInHand, { row, acts }: Matter, act: ActRow): Promise<void> {
  const { platform, rules } = inHand;
  const told = toldOf(inHand, row, acts, act).filter((unit) => unit !== act.byUnit);
  const { told: byAct, urging, order } = rules.notices;
  const template = act.act === 'urge' ? urging : act.act === 'issue' ? order : byAct;
  const dueOn = act.act === 'urge' ? inHand.tasks.find(({ number }) => number === row.number)?.dueOn : act.dueOn;
  const words = {
    matter: MATTER_WORDS[row.kind],
    act: MATTER_ACT_WORDS[act.act],
    plan: inHand.plan.title,
    task: row.number === null ? '' : `任务“${row.number}”`,
    unit: unitName(platform, row.unitId),
    name: act.name,
    words: act.words ?? '',
    number: act.document ?? '',
    dueOn: dueOn ?? '规定的日期',
    days: '',
  };
  const about = { kind: 'supervision', id: `${row.id}/${String(act.ordinal)}`, caseId: row.id };
  for (const toUnit of new Set(told))
    await tell(inHand, { template, toUnit, about, words, fromUnit: act.byUnit, answerDueOn: act.dueOn });
}

export type SupervisionWords = Readonly<
  Record<'matter' | 'act' | 'plan' | 'task' | 'unit' | 'name' | 'words' | 'number' | 'dueOn' | 'days', string>
>;

/** Sends one notice with those of the words that its text asks for. */
export async function tell(
  { client, context, platform }: { readonly client: Client; readonly context: ActContext; readonly platform: Platform },
  sending: {
    readonly template: string;
    readonly toUnit: string;
    readonly about: { readonly kind: string; readonly id: string; readonly caseId?: string };
    readonly words: SupervisionWords;
    readonly fromUnit: string | null;
    readonly answerDueOn: string | null;
  },
): Promise<void> {
  const { template, toUnit, about, fromUnit, answerDueOn } = sending;
  await sendNotice(client, context, platform, {
    template,
    toUnit,
    about,
    words: wordsAskedFor(platform, template, sending.words),
    ...(fromUnit === null ? {} : { fromUnit }),
    ...(answerDueOn === null ? {} : { answerDueOn }),
  });
}

function toldOf(inHand: PlanInHand, row: MatterRow, acts: readonly ActRow[], { act }: ActRow): readonly string[] {
  const office = inHand.platform.pack.district.creditOffice;
  const both = row.otherUnit === null ? [row.unitId] : [row.unitId, row.otherUnit];
  switch (act) {
    case 'file':
    case 'reply':
      return reviewersOf(inHand, row, office);
    case 'ask':
      return [row.otherUnit ?? office];
    case 'agree':
      return [row.unitId, office];
    case 'grant':
    case 'refuse':
      return both;
    case 'draft':
      return [];
    case 'drop':
      return acts.some((past) => past.act === 'issue') ? [row.unitId] : [];
    default:
      return [row.unitId];
  }
}

/** A report goes to the leads of its task, everything else and a lead's own report to the office. */
function reviewersOf(inHand: PlanInHand, { kind, number, unitId }: MatterRow, office: string): readonly string[] {
  const leads = kind === 'report' && number !== null ? leadsOf(inHand, number).filter((lead) => lead !== unitId) : [];
  return leads.length === 0 ? [office] : leads;
}
