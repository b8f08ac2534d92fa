/** `xincheng concealment …`: what seems to be missing, and what people say of it. */
import type { AlarmAnswer } from '@xincheng/core/concealment';
import type { Result } from '@xincheng/core/result';
import {
  answerAlarm,
  declareVoidNumbers,
  readAlarm,
  readAlarms,
  readVoidNumbers,
  reviewAlarm,
  scanConcealment,
} from '@xincheng/usecases/concealment';
import type { AlarmView, ConcealmentProblem } from '@xincheng/usecases/concealment';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

interface SaidOptions {
  readonly name: string;
  readonly words: string;
  readonly document?: string;
}

export interface ListOptions {
  readonly unit?: string;
  readonly limit: number;
}

export interface AnswerOptions extends SaidOptions {
  readonly as: AlarmAnswer;
  readonly unit?: string;
}

export interface ReviewOptions extends SaidOptions {
  readonly step: 'accept' | 'return';
}

export interface VoidOptions extends SaidOptions {
  readonly unit: string;
}

export interface VoidsOptions extends ListOptions {
  readonly month?: string;
}

const STATES = { open: '待答复', answered: '待审核', returned: '已退回', closed: '已销号', filed: '已补报' } as const;
const STEPS = { answer: '答复', accept: '认可', return: '退回' } as const;
const ANSWERS = { found: '已补报', 'lawful-gap': '依法空号', explained: '另有说明' } as const;

/** What was given, or what stands, against what the rules allow. */
const UNUSABLE: readonly ConcealmentProblem['code'][] = [
  'no-such-alarm',
  'no-number',
  'document-missing',
  'wrong-answer',
  'name-missing',
  'bad-month',
];

function refusal(problem: ConcealmentProblem): Answer {
  return failure(UNUSABLE.includes(problem.code) ? EXIT.unusable : EXIT.refused, problem);
}

/** Looks for what is missing. */
export function scan(environment: Environment): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const scanned = await scanConcealment(platform, localContext(environment, []));
    if (!scanned.ok) return refusal(scanned.error);
    const { raised, gaps, drops, seen, judged, unjudged } = scanned.value;
    const text = `新增线索 ${String(raised)} 条：缺号 ${String(gaps)}，骤减 ${String(drops)}，别处见到 ${String(seen)}。\n查了 ${String(judged)} 个号段；另有 ${String(unjudged)} 个太短或空号太多，看不出问题。`;
    return { exit: EXIT.done, text, json: scanned.value };
  });
}

/** Lists alarms. */
export async function list(environment: Environment, { unit, limit }: ListOptions): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const alarms = await readAlarms(platform, localContext(environment, []), { unitId, after: null, limit });
    const rows = alarms.map(({ id, unitId: of, sentence, confidence, dueOn, state, isOverdue }) => [
      id,
      standards.pack.units.get(of)?.name ?? of,
      sentence,
      confidence === null ? '—' : `${String(Math.round(confidence * 100))}%`,
      `${dueOn ?? ''}${isOverdue ? '（逾期）' : ''}`,
      STATES[state],
    ]);
    const text = rows.length === 0 ? '没有线索。' : tableText(['编号', '单位', '线索', '把握', '答复期限', '状态'], rows);
    return { exit: EXIT.done, text, json: { items: alarms } };
  });
}

/** Shows one alarm. */
export function show(environment: Environment, id: string): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => told(await readAlarm(platform, localContext(environment, []), id)));
}

/** Answers an alarm in the name of a unit, or of the credit office. */
export async function answer(environment: Environment, id: string, options: AnswerOptions): Promise<Answer> {
  const found = await standardsFor(environment, { unit: options.unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const context = localContext(environment, unitId === null ? [] : [unitId]);
    return told(await answerAlarm(platform, context, id, { ...options, answer: options.as }));
  });
}

/** Accepts or returns an answer. */
export function review(environment: Environment, id: string, options: ReviewOptions): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) =>
    told(await reviewAlarm(platform, localContext(environment, []), id, options)),
  );
}

/** Notes numbers that were lawfully never used. */
export async function voidNumbers(
  environment: Environment,
  numbers: readonly string[],
  { unit, ...said }: VoidOptions,
): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const own = unitId ?? '';
    const noted = await declareVoidNumbers(platform, localContext(environment, [own]), { ...said, unitId: own, numbers });
    if (!noted.ok) return refusal(noted.error);
    return { exit: EXIT.done, text: `登记空号 ${String(noted.value.noted)} 个。`, json: noted.value };
  });
}

/** Lists numbers that were noted as never used. */
export async function voids(environment: Environment, { unit, month, limit }: VoidsOptions): Promise<Answer> {
  const found = await standardsFor(environment, { unit });
  if (!found.ok) return found.error;
  const { standards, unitId } = found.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const noted = await readVoidNumbers(platform, localContext(environment, []), {
      unitId,
      month: month ?? null,
      after: null,
      limit,
    });
    if (!noted.ok) return refusal(noted.error);
    const rows = noted.value.map(({ unitId: of, number, notedOn, reason, document, name, alarmId, isFiled, isSeen }) => [
      standards.pack.units.get(of)?.name ?? of,
      number,
      notedOn,
      `${reason}（${document ?? '无依据'}）`,
      name,
      alarmId === null ? '未经审核' : '已认可',
      [...(isFiled ? ['另有报送'] : []), ...(isSeen ? ['别处见到'] : [])].join('、'),
    ]);
    const heads = ['单位', '文号', '登记日期', '原因（依据）', '登记人', '审核', '疑点'];
    const text = rows.length === 0 ? '没有登记的空号。' : tableText(heads, rows);
    return { exit: EXIT.done, text, json: { items: noted.value } };
  });
}

function told(result: Result<AlarmView, ConcealmentProblem>): Answer {
  if (!result.ok) return refusal(result.error);
  const { sentence, state, dueOn, isOverdue, steps } = result.value;
  const lines = steps.map(
    ({ at, step, answer: as, name, words, document }) =>
      `${at.toISOString().slice(0, 10)} ${name}${STEPS[step]}${as === null ? '' : `：${ANSWERS[as]}`}。${words}${document === null ? '' : `（${document}）`}`,
  );
  const head = `${sentence}\n${STATES[state]}；答复期限 ${dueOn ?? '无'}${isOverdue ? '，已逾期' : ''}`;
  return { exit: EXIT.done, text: [head, ...lines].join('\n'), json: result.value };
}
