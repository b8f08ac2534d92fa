/** `xincheng publicity …`, `sweep`, `notice repair`, `open-data`: what is on public show, and until when. */
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day } from '@xincheng/core/calendar';
import { REASON_WORDS, STATE_WORDS } from '@xincheng/core/publicity';
import type { WithdrawalReason } from '@xincheng/core/publicity';
import type { Result } from '@xincheng/core/result';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import {
  clearMark,
  endByRepair,
  openIndex,
  readHeld,
  readPublicity,
  repairNotice,
  resumeRecord,
  setClass,
  setMark,
  suspendRecord,
  sweepPublicity,
  SWEEPER,
  withdrawRecord,
} from '@xincheng/usecases/publicity';
import type { OpenIndex, PublicityOfRecord, PublicityProblem } from '@xincheng/usecases/publicity';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { markLine, stateLine } from '../publicity-lines.ts';
import { tableText } from '../table.ts';

/** Options every act has. */
export interface ActOptions {
  /** Without it whoever sits at the machine acts for the credit office. */
  readonly unit?: string;
  readonly name: string;
  readonly reason: string;
}

/** Options of an act with a paper behind it. */
export interface DocumentedOptions extends ActOptions {
  readonly document?: string;
}

/** What the rules, or what stands already, do not allow; every other refusal is of what was given. */
const BY_RULE: readonly PublicityProblem['code'][] = [
  'not-your-unit',
  'not-possible-now',
  'changed-meanwhile',
  'no-terms',
  'no-notice',
  'mark-set',
  'mark-not-set',
  'before-repair',
  'not-of-breach',
  'person',
];

function refusal(problem: PublicityProblem): Answer {
  return failure(BY_RULE.includes(problem.code) ? EXIT.refused : EXIT.unusable, problem);
}

/** How a record stands, in words. */
export function status(environment: Environment, id: string): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const found = await readPublicity(platform, localContext(environment, []), id);
    if (found === null) return failure(EXIT.unusable, { code: 'no-such-record', message: `没有编号为 ${id} 的记录。` });
    return { exit: EXIT.done, text: statusText(found), json: found };
  });
}

function statusText(found: PublicityOfRecord): string {
  const { explanation, marks, events } = found;
  return [
    stateLine(found),
    ...explanation,
    ...marks.filter(({ until }) => until === null).map(markLine),
    ...events.map(({ day, to, reason, actor, words: said, clock }) => {
      const due = clock === null ? '' : `；应于 ${clock.dueOn ?? '—'} 前撤回，${clock.isLate ? '逾期' : '按时'}`;
      return `${day} ${STATE_WORDS[to]}：${REASON_WORDS[reason]}${said === null ? '' : `，${said}`}（${actor}）${due}`;
    }),
  ].join('\n');
}

/** Withdraws a record. */
export function withdraw(
  environment: Environment,
  id: string,
  options: DocumentedOptions & { readonly because: WithdrawalReason; readonly changedOn?: Day },
): Promise<Answer> {
  return act(
    environment,
    options,
    (platform, context) => withdrawRecord(platform, context, id, options),
    ({ clock }) => {
      if (clock === null) return '已撤回。';
      const steps = clock.proof.map(({ day, counted, reason }) => `  ${day} ${counted ? '计' : '不计'}：${reason}`);
      return [`已撤回。应于 ${clock.dueOn ?? '—'} 前撤回，${clock.isLate ? '逾期' : '按时'}。`, ...steps].join('\n');
    },
  );
}

/** Suspends a record. */
export function suspend(environment: Environment, id: string, options: DocumentedOptions): Promise<Answer> {
  return act(
    environment,
    options,
    (platform, context) => suspendRecord(platform, context, id, options),
    ({ state }) => STATE_WORDS[state],
  );
}

/** Puts a suspended record back. */
export function resume(environment: Environment, id: string, options: DocumentedOptions): Promise<Answer> {
  return act(
    environment,
    options,
    (platform, context) => resumeRecord(platform, context, id, options),
    ({ state }) => STATE_WORDS[state],
  );
}

/** Ends a record's publicity early, once its repair was decided. */
export function repair(environment: Environment, id: string, options: DocumentedOptions): Promise<Answer> {
  return act(
    environment,
    options,
    (platform, context) => endByRepair(platform, context, id, options),
    ({ state }) => `${STATE_WORDS[state]}（${REASON_WORDS.repaired}）`,
  );
}

/** Gives a record another class. */
export function classify(environment: Environment, id: string, classId: string, options: ActOptions): Promise<Answer> {
  return act(
    environment,
    options,
    (platform, context) => setClass(platform, context, id, { ...options, classId }),
    ({ state, shownUntil }) => `${STATE_WORDS[state]}${shownUntil === null ? '' : `，公示至 ${shownUntil}`}`,
  );
}

/** Sets or clears a mark. */
export function mark(
  environment: Environment,
  id: string,
  kind: 'disputed' | 'statement',
  options: ActOptions & { readonly words?: string; readonly clear?: boolean },
): Promise<Answer> {
  return act(
    environment,
    options,
    (platform, context) =>
      options.clear === true
        ? clearMark(platform, context, id, { ...options, mark: kind })
        : setMark(platform, context, id, { ...options, mark: kind }),
    () => (options.clear === true ? '标注已结束。' : '已标注。'),
  );
}

async function act<T>(
  environment: Environment,
  { unit }: ActOptions,
  work: (platform: Platform, context: ActContext) => Promise<Result<T, PublicityProblem>>,
  say: (value: T) => string,
): Promise<Answer> {
  const named = await standardsFor(environment, unit === undefined ? {} : { unit });
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const done = await work(platform, localContext(environment, unitId === null ? [] : [unitId]));
    return done.ok ? { exit: EXIT.done, text: say(done.value), json: done.value ?? {} } : refusal(done.error);
  });
}

/** Records held back although their dataset is shown. */
export function held(environment: Environment, { limit }: { readonly limit: number }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const rows = await readHeld(platform, localContext(environment, []), null, limit);
    const lines = rows.map(({ dataset, number, subjectName, sentence, recordId }) => [
      dataset,
      number,
      subjectName,
      sentence,
      recordId,
    ]);
    const text =
      rows.length === 0 ? '没有待区信用办处理的记录。' : tableText(['数据集', '文号', '主体', '原因', '记录编号'], lines);
    return { exit: EXIT.done, text, json: rows };
  });
}

/** Ends what has run its time. */
export function sweep(environment: Environment, { day }: { readonly day?: Day }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const { now, today } = localContext(environment, []);
    if (day !== undefined && day > today)
      return failure(EXIT.unusable, { code: 'day-in-future', message: '不能登记以后的到期：日期不能晚于今天。' });
    const swept = await sweepPublicity(platform, { now, today, actor: SWEEPER }, day ?? today);
    return { exit: EXIT.done, text: `${swept.day} 零时前到期的 ${String(swept.ended)} 条记录已停止公示。`, json: swept };
  });
}

/** The notice of repair of a record. */
export function notice(environment: Environment, { record }: { readonly record: string }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const made = await repairNotice(platform, localContext(environment, []), record);
    return made.ok ? { exit: EXIT.done, text: made.value.text, json: made.value } : refusal(made.error);
  });
}

/** Writes the open data of today to a folder. */
export function openData(environment: Environment, { out }: { readonly out: string }): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    try {
      const index = await writeOpenData(platform, localContext(environment, []).today, out);
      const text = index.files.map(({ name, records, sha256 }) => `${name}  ${String(records)} 条  ${sha256}`).join('\n');
      return { exit: EXIT.done, text, json: index };
    } catch (thrown) {
      if (!(thrown instanceof NotWritten)) throw thrown;
      const message = `开放数据没有写成（${out}，${thrown.message}），请检查目标文件夹和磁盘空间。`;
      return failure(EXIT.unusable, { code: 'not-written', message });
    }
  });
}

/** The index comes last: a folder without it holds no whole open data. */
async function writeOpenData(platform: Platform, today: Day, out: string): Promise<OpenIndex> {
  const files = new Map<string, FileHandle>();
  try {
    await writing(mkdir(out, { recursive: true }));
    await writing(rm(join(out, 'index.json'), { force: true }));
    const index = await openIndex(platform, today, async (name, part) => {
      const file = files.get(name) ?? (await writing(open(join(out, name), 'w')));
      files.set(name, file);
      await writing(file.write(part));
    });
    await writing(writeFile(join(out, 'index.json'), `${JSON.stringify(index, null, 2)}\n`));
    return index;
  } finally {
    for (const file of files.values()) await file.close();
  }
}

/** The folder's fault, not the database's. */
class NotWritten extends Error {}

async function writing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw new NotWritten(thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown), { cause: thrown });
  }
}
