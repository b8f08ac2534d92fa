/** What of a judged task each may know: everybody in the district how it stands, a unit its own part, leads and the credit office all. */
import type { Engine } from '@xincheng/core/indicators';
import type { DueKind, TaskState } from '@xincheng/core/plans';
import type { Label } from '@xincheng/core/standards';
import type { AmendmentRow, BoundUnit, Declaration, DueChange, ProofEvent } from '@xincheng/store/plans';
import type { Actor } from '../identity/index.ts';
import { cellTexts } from './condition.ts';
import type { CellTexts, ConditionPart, JudgedCondition } from './condition.ts';
import type { JudgedTask } from './judge.ts';

/** What a unit has done of its part. */
export interface OwnPart {
  readonly unitId: string;
  readonly roles: readonly BoundUnit['role'][];
  /** Conditions that can be held against this unit alone, and those of them that it fulfils. */
  readonly measured: number;
  readonly fulfilled: number;
}

/** A task in a list. */
export interface TaskView {
  readonly number: string;
  readonly area: string;
  /** In a few words, where the file of proofs says them. */
  readonly short: Label | null;
  readonly text: string;
  readonly dueOn: string | null;
  readonly plannedDueOn: string | null;
  readonly dueKind: DueKind;
  readonly state: TaskState;
  readonly isProvenLate: boolean;
  readonly firstProvenOn: string | null;
  /** Whether anything says what proves it. */
  readonly hasProof: boolean;
  /** Conditions, and those that hold today. */
  readonly conditions: number;
  readonly holding: number;
  /** Parts of the platform that its proof needs and that are not there yet. */
  readonly needs: readonly Engine[];
  /** Somebody says that it is done; by itself that proves nothing. */
  readonly isDeclared: boolean;
  readonly bound: readonly BoundUnit[];
  /** Parts of the units that the reader acts for. */
  readonly mine: readonly OwnPart[];
}

/** A condition as it stands; `parts` are those of the units that the reader may know of. */
export interface ConditionView extends Omit<JudgedCondition, 'total' | 'parts'> {
  readonly total: CellTexts;
  readonly parts: readonly (CellTexts & Pick<ConditionPart, 'unitId' | 'shown' | 'isMet'>)[];
}

/** A task with its proof. */
export interface TaskDetail extends TaskView {
  /** When it was judged. */
  readonly asOf: Date;
  readonly targets: JudgedTask['targets'];
  readonly instruments: JudgedTask['instruments'];
  readonly proof: readonly ConditionView[];
  readonly parts: readonly OwnPart[];
  readonly declarations: readonly Declaration[];
  readonly dueChanges: readonly DueChange[];
  /** Papers that gave it another due day or other units. */
  readonly amendments: readonly AmendmentRow[];
  /** When which condition began or ceased to hold; the numbers are left to the credit office. */
  readonly history: readonly Omit<ProofEvent, 'snapshot'>[];
}

/** A judged task as a reader sees it in a list. */
export function taskView(task: JudgedTask, actor: Actor): TaskView {
  const { conditions, declarations, proof, number, area, text, dueOn, plannedDueOn, dueKind, state, isProvenLate } = task;
  return {
    number,
    area,
    short: proof?.short ?? null,
    text,
    dueOn,
    plannedDueOn,
    dueKind,
    state,
    isProvenLate,
    firstProvenOn: task.firstProvenOn,
    hasProof: conditions.length > 0,
    conditions: conditions.length,
    holding: conditions.filter(({ outcome }) => outcome === 'holds').length,
    needs: [...new Set(conditions.flatMap(({ needs }) => needs))],
    isDeclared: declarations.length > 0,
    bound: task.bound,
    mine: partsOf(task).filter(({ unitId }) => actor.units.includes(unitId)),
  };
}

/** The same with its proof. */
export function taskDetail(
  task: JudgedTask,
  actor: Actor,
  kept: Pick<TaskDetail, 'asOf' | 'dueChanges' | 'amendments' | 'history'>,
): TaskDetail {
  const maySee = seer(task, actor);
  return {
    ...taskView(task, actor),
    targets: task.targets,
    instruments: task.instruments,
    proof: task.conditions.map((condition) => conditionView(condition, maySee)),
    parts: partsOf(task).filter(maySee),
    declarations: task.declarations,
    ...kept,
  };
}

function conditionView({ total, parts, ...condition }: JudgedCondition, maySee: Seer): ConditionView {
  return {
    ...condition,
    total: cellTexts(total),
    parts: parts
      .filter(maySee)
      .map((part) => ({ ...cellTexts(part), unitId: part.unitId, shown: part.shown, isMet: part.isMet })),
  };
}

type Seer = (of: { readonly unitId: string }) => boolean;

/** Whose part the reader may see: the office and leads of the task all, everybody else its own. */
function seer({ bound }: JudgedTask, { scope, units }: Actor): Seer {
  const isLead = bound.some(({ unitId, role }) => role === 'lead' && units.includes(unitId));
  return ({ unitId }) => scope === 'all' || isLead || units.includes(unitId);
}

/** The part of every unit that the task binds. */
export function partsOf({ bound, conditions }: JudgedTask): readonly OwnPart[] {
  const parts = new Map<string, ConditionPart[]>();
  for (const part of conditions.flatMap((condition) => condition.parts))
    parts.set(part.unitId, [...(parts.get(part.unitId) ?? []), part]);
  return [...new Set(bound.map(({ unitId }) => unitId))].map((unitId) => {
    const measured = (parts.get(unitId) ?? []).filter(({ isMet }) => isMet !== null);
    return {
      unitId,
      roles: bound.filter((one) => one.unitId === unitId).map(({ role }) => role),
      measured: measured.length,
      fulfilled: measured.filter(({ isMet }) => isMet === true).length,
    };
  });
}
