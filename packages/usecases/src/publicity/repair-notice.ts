/** The notice of repair (信用修复告知书) that is delivered with a decision: made of the record and a template in `standards/notices`. */
import { addDays } from '@xincheng/core/calendar';
import type { Day } from '@xincheng/core/calendar';
import { classNameOf } from '@xincheng/core/publicity';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { withTransaction } from '@xincheng/store/connection';
import { findClass } from '@xincheng/store/publicity';
import { findRecord } from '@xincheng/store/records';
import { readerOf } from '../identity/index.ts';
import type { ActContext } from '../identity/index.ts';
import type { Platform } from '../platform/index.ts';
import { refused } from './problem.ts';
import type { PublicityProblem } from './problem.ts';
import { termSetOf } from './read-publicity.ts';
import { showingOf } from './showing.ts';

export interface RepairNotice {
  readonly recordId: string;
  readonly regime: string;
  readonly repairFrom: Day | null;
  readonly comesDownOn: Day;
  readonly text: string;
}

const TEMPLATE = 'repair-notice';

/** Refused for records that have no terms of repair, or are not shown. */
export async function repairNotice(
  platform: Platform,
  context: ActContext,
  recordId: string,
): Promise<Result<RepairNotice, PublicityProblem>> {
  return withTransaction(platform.database.app, readerOf(context.actor, 'publicity.read'), async (client) => {
    const record = await findRecord(client, recordId);
    if (record === null) return refused('no-such-record');
    if (record.subjectKind === 'natural') return refused('person');
    const showing = showingOf(platform, record, await findClass(client, recordId));
    const set = termSetOf(platform, record.dataset);
    const template = platform.pack.notices.get(TEMPLATE);
    if (!showing.isShown || showing.term === null || set === null || template === undefined) return refused('no-notice');
    const { repairBy, governing, repairFrom } = showing.term;
    const comesDownOn = addDays(showing.until, 1);
    const regime = template.regimes.find(({ id }) => id === repairBy.regime.id);
    const words: Readonly<Record<string, string>> = {
      subject: record.subjectName,
      number: record.number,
      decidedOn: record.decidedOn,
      unit: platform.pack.units.get(record.unitId)?.name ?? record.unitId,
      class: classNameOf(set, governing.classId),
      regime: governing.regime.name.zh,
      basis: basisOf(
        platform,
        repairBy.regime.basis.map(({ instrument }) => instrument),
      ),
      minMonths: String(repairBy.term.minMonths),
      maxMonths: String(governing.term.maxMonths),
      repairFrom: repairFrom ?? '',
      shownUntil: showing.until,
      comesDownOn,
      materials: regime?.materials ?? '',
      platform: platform.pack.district.platformName.zh,
    };
    const paragraphs = template.paragraphs.filter(
      ({ only }) => only === undefined || (only === 'early') === (repairFrom !== null),
    );
    const text = [template.title, ...paragraphs.map(({ text: paragraph }) => paragraph)]
      .map((line) => filled(line, words))
      .join('\n\n');
    return ok({ recordId, regime: repairBy.regime.id, repairFrom, comesDownOn, text: `${text}\n` });
  });
}

function basisOf(platform: Platform, ids: readonly string[]): string {
  return ids
    .map((id) => {
      const instrument = platform.pack.instruments.get(id);
      return instrument === undefined
        ? id
        : `《${instrument.title.zh}》${instrument.number === undefined ? '' : `（${instrument.number}）`}`;
    })
    .join('、');
}

function filled(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '');
}
