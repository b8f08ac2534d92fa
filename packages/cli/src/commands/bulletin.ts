/** `xincheng bulletin …`: the monthly bulletin. */
import { writeFile } from 'node:fs/promises';
import type { Result } from '@xincheng/core/result';
import {
  bulletinDifference,
  bulletinPdf,
  bulletinProblem,
  draftBulletin,
  dropBulletin,
  editBulletin,
  issueBulletin,
  readBulletins,
} from '@xincheng/usecases/bulletins';
import type { BulletinProblem, BulletinView } from '@xincheng/usecases/bulletins';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { withPlatform } from '../platform.ts';
import { tableText } from '../table.ts';

export interface MonthOptions {
  readonly month: string;
}

export interface IssueOptions extends MonthOptions {
  readonly name: string;
}

export interface DraftOptions extends IssueOptions {
  readonly correction?: boolean;
}

export interface DropOptions extends IssueOptions {
  readonly reason: string;
}

export interface EditOptions extends IssueOptions {
  readonly paragraph: number;
  readonly zh: string;
  readonly en: string;
}

export interface PdfOptions extends MonthOptions {
  readonly out: string;
}

/** What was given, against what the rules allow. */
const UNUSABLE: readonly BulletinProblem['code'][] = [
  'bad-month',
  'no-such-bulletin',
  'no-such-paragraph',
  'paragraphs-missing',
  'name-missing',
  'reason-missing',
];

function refusal(problem: BulletinProblem): Answer {
  return failure(UNUSABLE.includes(problem.code) ? EXIT.unusable : EXIT.refused, problem);
}

/** Lists bulletins. */
export function list(environment: Environment): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const bulletins = await readBulletins(platform, localContext(environment, []));
    const rows = bulletins.map(({ id, month, issued, dropped }) => [
      id,
      month,
      issued?.snapshot.serial.zh ?? (dropped === null ? '草稿' : '已撤销'),
      issued?.snapshot.issuedOn ?? '',
    ]);
    const text = rows.length === 0 ? '没有通报。' : tableText(['编号', '月份', '期号', '签发日期'], rows);
    return { exit: EXIT.done, text, json: { items: bulletins } };
  });
}

/** Drafts the bulletin of a month. */
export function draft(environment: Environment, { month, correction = false, name }: DraftOptions): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) =>
    told(await draftBulletin(platform, localContext(environment, []), { month, isCorrection: correction, name })),
  );
}

/** Shows the bulletin of a month. */
export function show(environment: Environment, { month }: MonthOptions): Promise<Answer> {
  return onMonth(environment, month, async (_platform, _context, bulletin) =>
    Promise.resolve(told({ ok: true, value: bulletin })),
  );
}

/** Puts one paragraph of a draft in other words. */
export function edit(environment: Environment, { month, paragraph, zh, en, name }: EditOptions): Promise<Answer> {
  return onMonth(environment, month, async (platform, context, { id, content: { paragraphs } }) => {
    if (paragraph < 1 || paragraph > paragraphs.length)
      return refusal(bulletinProblem('no-such-paragraph', { number: String(paragraph), count: String(paragraphs.length) }).error);
    const changed = paragraphs.map((one, index) => (index === paragraph - 1 ? { ...one, text: { zh, en } } : one));
    return told(await editBulletin(platform, context, id, { paragraphs: changed, name }));
  });
}

/** Issues a draft. */
export function issue(environment: Environment, { month, name }: IssueOptions): Promise<Answer> {
  return onMonth(environment, month, async (platform, context, { id }) =>
    told(await issueBulletin(platform, context, id, { name })),
  );
}

/** Gives a draft up. */
export function drop(environment: Environment, { month, reason, name }: DropOptions): Promise<Answer> {
  return onMonth(environment, month, async (platform, context, { id }) =>
    told(await dropBulletin(platform, context, id, { reason, name })),
  );
}

/** Writes the PDF to a file. */
export function pdf(environment: Environment, { month, out }: PdfOptions): Promise<Answer> {
  return onMonth(environment, month, async (platform, context, { id, issued }) => {
    const made = await bulletinPdf(platform, context, id);
    if (!made.ok) return refusal(made.error);
    await writeFile(out, made.value);
    return { exit: EXIT.done, text: `已写入 ${out}。`, json: { file: out, sha256: issued?.pdfSha256 ?? null } };
  });
}

/** What reads otherwise today. */
export function diff(environment: Environment, { month }: MonthOptions): Promise<Answer> {
  return onMonth(environment, month, async (platform, context, { id, content: { columns } }) => {
    const changes = await bulletinDifference(platform, context, id);
    if (!changes.ok) return refusal(changes.error);
    const rows = changes.value.map(({ name, column, issued, now }) => [
      name,
      columns.find((one) => one.id === column)?.name.zh ?? column,
      issued.shown.zh,
      now.shown.zh,
    ]);
    const text = rows.length === 0 ? '签发后没有变化。' : tableText(['单位', '项目', '签发时', '现在'], rows);
    return { exit: EXIT.done, text, json: { items: changes.value } };
  });
}

/** On the latest bulletin of a month that was not given up. */
function onMonth(
  environment: Environment,
  month: string,
  act: (platform: Platform, context: ActContext, bulletin: BulletinView) => Promise<Answer>,
): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const context = localContext(environment, []);
    const found = (await readBulletins(platform, context)).find((one) => one.month === month && one.dropped === null);
    return found === undefined ? refusal(bulletinProblem('no-such-bulletin').error) : act(platform, context, found);
  });
}

function told(result: Result<BulletinView, BulletinProblem>): Answer {
  if (!result.ok) return refusal(result.error);
  const { content, issued, dropped } = result.value;
  const head = `${content.title.zh}${issued?.snapshot.serial.zh ?? (dropped === null ? '（草稿）' : '（草稿，已撤销）')}`;
  const paragraphs = content.paragraphs.map(
    ({ heading, text }, index) => `${String(index + 1)}. ${heading === null ? '' : `${heading.zh}：`}${text.zh}`,
  );
  const rows = [...content.rows, { name: '全区合计', cells: content.total }].map(({ name, cells }) => [
    name,
    ...cells.map(({ shown }) => shown.zh),
  ]);
  const table = tableText(['单位', ...content.columns.map(({ name }) => name.zh)], rows);
  return { exit: EXIT.done, text: [head, ...paragraphs, table].join('\n'), json: result.value };
}
