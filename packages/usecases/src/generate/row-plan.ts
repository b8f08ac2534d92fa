/** How rows like one example are written: for each field one way at a time, and how far it varies. */
import type { Frame, Value } from '@xincheng/core/expression';
import { numberFromText } from '@xincheng/core/expression';
import type { CompiledField } from '@xincheng/core/intake';
import { parseDayText, parseMoney } from '@xincheng/core/records';
import type { FieldType } from '@xincheng/core/standards';
import type { Draft, Writer } from './draft.ts';
import { exampleDay, requirementOf, typeOf } from './field-context.ts';
import type { PlanContext } from './field-context.ts';
import { writersOf } from './writers.ts';
import type { Phase } from './writers.ts';

interface Step {
  readonly field: CompiledField;
  readonly writers: readonly Writer[];
  /** Which of the writers is used: 0 varies most. */
  level: number;
  /** True when an expression reads the cell, so that its value is kept. */
  readonly isRead: boolean;
  readonly isConditional: boolean;
}

const PHASES: readonly Phase[] = ['plain', 'conditional', 'repeating'];

/** Writes the rows of one kind of subject after one example. */
export class RowPlan {
  readonly context: PlanContext;
  readonly surroundings: Frame['surroundings'];
  readonly #steps: readonly Step[];
  readonly #frame: { values: Value[]; kind: string; surroundings: Frame['surroundings'] };
  readonly #startDay: number;

  constructor(context: PlanContext, surroundings: Frame['surroundings']) {
    this.context = context;
    this.surroundings = surroundings;
    this.#frame = { values: [], kind: context.kind, surroundings };
    this.#startDay = exampleDay(context) ?? context.today;
    this.#steps = stepsOf(context);
  }

  /** Writes a whole row into the draft's cells. */
  write(draft: Draft): void {
    draft.day = this.#startDay;
    draft.validFrom = this.#startDay;
    draft.fen.fill(0);
    const { values } = this.#frame;
    values.fill(null, 0, this.#steps.length);
    for (const step of this.#steps) {
      const { index } = step.field;
      // Each field draws from its own stream: how one is written never moves the others.
      draft.random.restart(draft.row * this.#steps.length + index);
      const cell = step.isConditional && !this.#isWanted(step.field) ? '' : (step.writers[step.level]?.(draft) ?? '');
      draft.cells[index] = cell;
      if (step.isRead) values[index] = valueOf(step.field, typeOf(step.field, this.context), cell);
    }
  }

  #isWanted(field: CompiledField): boolean {
    if (field.blankIf?.run(this.#frame) === true) return false;
    return requirementOf(field, this.context) !== 'conditional' || field.requiredIf?.run(this.#frame) === true;
  }

  /** The fields, among these, that can be made to vary less. */
  variedAmong(fields: ReadonlySet<number>): number[] {
    return this.#steps
      .filter(({ field, level, writers }) => fields.has(field.index) && level < writers.length - 1)
      .map(({ field }) => field.index);
  }

  /** How many less varied ways to write a field there are; after the last it is the example's own value. */
  waysLeft(field: number): number {
    const step = this.#steps.find((one) => one.field.index === field);
    return step === undefined ? 0 : step.writers.length - 1 - step.level;
  }

  /** Makes a field vary less, or (by -1) more again. */
  shift(field: number, by: number): void {
    for (const step of this.#steps) if (step.field.index === field) step.level += by;
  }

  /** A plan that varies as this one does, but writes the example's own value in every field that is not named. */
  holdingAllBut(free: ReadonlySet<number>): RowPlan {
    const held = new RowPlan(this.context, this.surroundings);
    held.#steps.forEach((step, at) => {
      step.level = free.has(step.field.index) ? (this.#steps[at]?.level ?? 0) : step.writers.length - 1;
    });
    return held;
  }

  /** Codes of the fields that vary less than they could. */
  heldBack(): string[] {
    return this.#steps.filter(({ level }) => level > 0).map(({ field }) => field.definition.code);
  }
}

function stepsOf(context: PlanContext): Step[] {
  const { fields } = context.dataset;
  const read = new Set(fields.flatMap((field) => [...(field.requiredIf?.reads ?? []), ...(field.blankIf?.reads ?? [])]));
  const planned = fields.map((field) => ({ field, ...writersOf(field, context) }));
  const rank = (field: CompiledField): number =>
    field.definition.role === 'decidedOn' ? 0 : field.definition.role === 'validFrom' ? 1 : 2;
  return planned
    .sort(
      (a, b) =>
        PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || rank(a.field) - rank(b.field) || a.field.index - b.field.index,
    )
    .map(({ field, writers }) => ({
      field,
      writers,
      level: 0,
      isRead: read.has(field.index),
      isConditional: requirementOf(field, context) === 'conditional' || field.blankIf !== undefined,
    }));
}

/** The cell as the expression language reads it. */
function valueOf(field: CompiledField, type: FieldType, cell: string): Value {
  if (cell === '') return null;
  switch (type) {
    case 'codes':
      return cell.split(';');
    case 'day': {
      const day = parseDayText(cell);
      return day.ok ? day.value : null;
    }
    case 'money': {
      const fen = parseMoney(cell, field.definition.unit ?? 'yuan', field.definition.decimals, field.definition.integerDigits);
      return fen.ok ? fen.value : null;
    }
    case 'number':
    case 'integer':
      return numberFromText(cell);
    default:
      return cell;
  }
}
