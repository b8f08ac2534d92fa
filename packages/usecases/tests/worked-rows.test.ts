/** Runs the worked situations of standards/conformance/worked-rows.yaml that the engines of this version decide. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asDay, dueDay, deadlineValueFor } from '@xincheng/core/calendar';
import type { SubjectKind } from '@xincheng/core/standards';
import type { WaitingDecision } from '@xincheng/store/intake';
import { readReceipt, readWaiting } from '@xincheng/usecases/intake';
import { readRecord } from '@xincheng/usecases/records';
import { actAt, STANDARDS_DIR } from '@xincheng/testkit/platform';
import { parse } from 'yaml';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codesOf, openDesk } from './_intake.ts';
import type { Desk, RowSpec, Sent } from './_intake.ts';

interface WorkedRow {
  readonly kind: SubjectKind;
  readonly set?: Readonly<Record<string, string>>;
  readonly replacesSubmission?: number;
}

interface Step {
  readonly submit?: {
    readonly dataset: string;
    readonly unit?: 'other';
    readonly receivedAt: string;
    readonly processedAt?: string;
    readonly rows?: readonly WorkedRow[];
    readonly many?: number;
    readonly shuffled?: boolean;
    readonly remarked?: number;
  };
  readonly decide?: { readonly row: number; readonly ofSubmission?: number; readonly as: WaitingDecision; readonly at: string };
  readonly record?: { readonly row: number; readonly ofSubmission?: number };
  readonly expect: Readonly<Record<string, unknown>>;
}

interface Situation {
  readonly no: number;
  readonly situation: string;
  readonly needs: 'intake' | 'clock' | 'publicity' | 'indicators' | 'cases';
  readonly clock?: {
    readonly deadline: string;
    readonly from: string;
    readonly pauses?: readonly { readonly from: string; readonly to: string }[];
  };
  readonly expect?: { readonly due: string; readonly provisional: boolean; readonly counted: readonly string[] };
  readonly steps?: readonly Step[];
}

const SITUATIONS = parse(readFileSync(join(STANDARDS_DIR, 'conformance/worked-rows.yaml'), 'utf8')) as Situation[];
/** Decided by engines that later versions bring; the vectors stand ready. */
const LATER = ['publicity', 'indicators', 'cases'];

describe('worked situations', () => {
  let desk: Desk;

  beforeAll(async () => {
    desk = await openDesk();
  });

  beforeEach(() => desk.empty());

  afterAll(() => desk.close());

  it.each(SITUATIONS.filter(({ needs }) => needs === 'intake').map((one) => [one.no, one.situation, one] as const))(
    '%i: %s',
    async (_no, _text, { steps }) => {
      const story = new Story(desk);
      expect(steps?.length).toBeGreaterThan(0);
      for (const step of steps ?? []) await story.run(step);
    },
  );

  it.each(SITUATIONS.filter(({ needs }) => needs === 'clock').map((one) => [one.no, one.situation, one] as const))(
    '%i: %s',
    (_no, _text, { clock, expect: expected }) => {
      const definition = clock === undefined ? undefined : desk.platform.pack.deadlines.get(clock.deadline);
      if (clock === undefined || definition === undefined) throw new Error('no such deadline');
      const start = asDay(clock.from);
      const value = deadlineValueFor(definition, start, desk.platform.pack.district.jurisdictions[0] ?? '');
      if (value === null) throw new Error('the deadline has no value on that day');
      const pauses = (clock.pauses ?? []).map(({ from, to }) => ({ from: asDay(from), to: asDay(to) }));
      const result = dueDay({
        start,
        budget: { unit: value.unit, days: value.days },
        pauses,
        rolls: value.rolls,
        calendar: desk.platform.calendar,
      });
      const counted = result.proof.filter((step) => step.counted).map(({ day }) => day);
      expect({ due: result.due, provisional: result.provisional, counted }).toEqual(expected);
    },
  );
});

it('has all thirty, and says which wait for later engines', () => {
  expect(SITUATIONS.map(({ no }) => no)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  expect(SITUATIONS.filter(({ needs }) => LATER.includes(needs)).map(({ no }) => no)).toEqual([
    7, 8, 9, 10, 24, 25, 26, 27, 28, 29, 30,
  ]);
});

/** Plays the steps of one situation; remembers each submission. */
class Story {
  readonly #desk: Desk;
  readonly #sent: Sent[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async run(step: Step): Promise<void> {
    if (step.submit !== undefined) await this.#submit(step.submit, step.expect);
    else if (step.decide !== undefined) await this.#decide(step.decide, step.expect);
    else if (step.record !== undefined) await this.#record(step.record, step.expect);
    else throw new Error('a step that does nothing');
  }

  async #submit(submit: NonNullable<Step['submit']>, { codes, ...expected }: Step['expect']): Promise<void> {
    const { dataset, receivedAt, processedAt } = submit;
    const unit = submit.unit === 'other' ? this.#desk.other(dataset) : this.#desk.owner(dataset);
    const late = processedAt === undefined ? {} : { processedAt };
    const before = await this.#desk.stored();
    const sent = await this.#desk.send({ dataset, rows: this.#rows(submit), at: receivedAt, unit, ...late });
    const after = await this.#desk.stored();
    const context = actAt(receivedAt, [unit]);
    const receipt = await readReceipt(this.#desk.platform, context, sent.batch.id);
    const seen: Record<string, unknown> = {
      ...receipt,
      isRepeat: sent.isRepeat,
      sameReceipt: this.#sent[0]?.batch.receiptNo === receipt?.receiptNo,
      writes: [...after].filter((row) => !before.has(row)).length + [...before].filter((row) => !after.has(row)).length,
      records: (await this.#desk.records(dataset, unit)).length,
      openWaits: (await readWaiting(this.#desk.platform, context, null, null, 100)).length,
    };
    expect(pick(seen, expected), JSON.stringify(receipt?.groups)).toEqual(expected);
    if (codes !== undefined) expect(codesOf(sent.issues)).toEqual(codes);
    this.#sent.push(sent);
  }

  #rows({ rows, many, shuffled, remarked = 0 }: NonNullable<Step['submit']>): RowSpec[] {
    if (many === undefined) {
      return (rows ?? []).map(({ kind, set = {}, replacesSubmission }) => {
        const replaces = replacesSubmission === undefined ? undefined : this.#sent[replacesSubmission - 1]?.recordIds[0];
        return { kind, set, ...(replaces === undefined ? {} : { replaces }) };
      });
    }
    const made = Array.from({ length: many }, (_, index) => ({
      set: { number: `济历城审许〔2021〕${String(1000 + index)}号`, remark: index < remarked ? '已更正' : '' },
    }));
    return shuffled === true ? made.sort((a, b) => a.set.number.localeCompare(b.set.number) * -1) : made;
  }

  async #decide({ row, ofSubmission, as, at }: NonNullable<Step['decide']>, expected: Step['expect']): Promise<void> {
    expect({ result: await this.#desk.decide(this.#submission(ofSubmission), row, as, at) }).toEqual(expected);
  }

  async #record({ row, ofSubmission }: NonNullable<Step['record']>, expected: Step['expect']): Promise<void> {
    const { unit, recordIds } = this.#submission(ofSubmission);
    const view = await readRecord(this.#desk.platform, actAt('2021-06-01T00:00', [unit]), recordIds[row - 1] ?? '', null);
    expect(pick({ ...view, ...view?.timeliness[0] }, expected)).toEqual(expected);
  }

  #submission(ofSubmission: number | undefined): Sent {
    const sent = ofSubmission === undefined ? this.#sent.at(-1) : this.#sent[ofSubmission - 1];
    if (sent === undefined) throw new Error('no such submission');
    return sent;
  }
}

function pick(from: Readonly<Record<string, unknown>>, keys: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(keys).map((key) => [key, from[key]]));
}
