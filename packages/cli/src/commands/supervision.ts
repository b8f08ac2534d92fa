/** `xincheng supervise …`: reports, action plans, orders, urging, other due days, hand-overs, and what goes on in them. */
import { basename } from 'node:path';
import type { Day } from '@xincheng/core/calendar';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import type { Decision } from '@xincheng/core/supervision';
import { attachFile } from '@xincheng/usecases/attachments';
import type { ActContext } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import {
  askExtension,
  askHandOver,
  askRelease,
  callForReport,
  decideMatter,
  draftOrder,
  evidenceOwner,
  fileActionPlan,
  fileReport,
  readMatter,
  REMINDER,
  sendReminders,
  urgeUnit,
} from '@xincheng/usecases/supervision';
import type { SupervisionProblem, Taken } from '@xincheng/usecases/supervision';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer, Failure } from '../exit.ts';
import { standardsFor, withPlatform } from '../platform.ts';
import { matterLine } from '../supervision-lines.ts';

export interface PartOptions {
  readonly unit: string;
  readonly name: string;
  readonly words: string;
}

export interface FilesOptions extends PartOptions {
  readonly attach: readonly string[];
}

export interface ReportOptions extends FilesOptions {
  readonly period: string;
  readonly figure: readonly string[];
}

export interface CallOptions extends PartOptions {
  readonly period: string;
  readonly due: Day;
}

export interface OrderOptions extends PartOptions {
  readonly since: Day;
}

export interface ExtendOptions extends PartOptions {
  readonly until: Day;
}

export interface HandOverOptions extends PartOptions {
  readonly to: string;
}

export interface ReviewOptions {
  readonly unit?: string;
  readonly name: string;
  readonly words?: string;
  readonly attach?: readonly string[];
}

type Work = (platform: Platform, context: ActContext, unitId: string) => Promise<Result<Taken, Failure>>;

/** A bound unit reports. */
export function report(environment: Environment, task: string, options: ReportOptions): Promise<Answer> {
  return onPart(environment, task, options, 'unit', async (platform, context, part) => {
    const attachments = await attachAll(platform, context, part, options.attach);
    if (!attachments.ok) return attachments;
    const figures = options.figure.map((text) => {
      const at = text.lastIndexOf('=');
      return { name: text.slice(0, Math.max(at, 0)).trim(), value: text.slice(at + 1).trim() };
    });
    const { name, words, period } = options;
    return fileReport(platform, context, { ...part, name, words, period, figures, attachments: attachments.value });
  });
}

/** A bound unit files its action plan. */
export function actionPlan(environment: Environment, plan: string, options: FilesOptions): Promise<Answer> {
  return asParty(environment, options.unit, 'unit', async (platform, context, unit) => {
    const attachments = await attachAll(platform, context, { plan, number: null, unit }, options.attach);
    if (!attachments.ok) return attachments;
    const { name, words } = options;
    return fileActionPlan(platform, context, { plan, unit, name, words, attachments: attachments.value });
  });
}

/** A lead asks for a later day. */
export function extend(environment: Environment, task: string, options: ExtendOptions): Promise<Answer> {
  const { name, words, until: dueOn } = options;
  return onPart(environment, task, options, 'unit', (platform, context, part) =>
    askExtension(platform, context, { ...part, name, words, dueOn }),
  );
}

/** A unit hands its part over. */
export async function handOver(environment: Environment, task: string, options: HandOverOptions): Promise<Answer> {
  const receiver = await standardsFor(environment, { unit: options.to });
  if (!receiver.ok) return receiver.error;
  const to = receiver.value.unitId ?? '';
  const { name, words } = options;
  return onPart(environment, task, options, 'unit', (platform, context, part) =>
    askHandOver(platform, context, { ...part, name, words, to }),
  );
}

/** A unit says that a task is not its own. */
export function giveBack(environment: Environment, task: string, options: PartOptions): Promise<Answer> {
  const { name, words } = options;
  return onPart(environment, task, options, 'unit', (platform, context, part) =>
    askRelease(platform, context, { ...part, name, words }),
  );
}

/** The office calls for a report. */
export function call(environment: Environment, task: string, options: CallOptions): Promise<Answer> {
  const { name, words, period, due: dueOn } = options;
  return onPart(environment, task, options, 'office', (platform, context, part) =>
    callForReport(platform, context, { ...part, name, words, period, dueOn }),
  );
}

/** The office urges. */
export function urge(environment: Environment, task: string, options: PartOptions): Promise<Answer> {
  const { name, words } = options;
  return onPart(environment, task, options, 'office', (platform, context, part) =>
    urgeUnit(platform, context, { ...part, name, words }),
  );
}

/** The office drafts an order. */
export function order(environment: Environment, task: string, options: OrderOptions): Promise<Answer> {
  const { name, words, since: sinceOn } = options;
  return onPart(environment, task, options, 'office', (platform, context, part) =>
    draftOrder(platform, context, { ...part, name, words, sinceOn }),
  );
}

/** The next act in a matter; in the name of a unit, or of the office. */
export function review(environment: Environment, id: string, act: Decision, options: ReviewOptions): Promise<Answer> {
  const { unit, name, words, attach = [] } = options;
  const party = unit === undefined ? 'office' : 'unit';
  return asParty(environment, unit, party, async (platform, context, unitId) => {
    const matter = await readMatter(platform, context, id);
    if (!matter.ok) return matter;
    const { planId: plan, number } = matter.value;
    const attachments = await attachAll(platform, context, { plan, number, unit: unitId }, attach);
    if (!attachments.ok) return attachments;
    return decideMatter(platform, context, id, { act, name, words, attachments: attachments.value });
  });
}

/** Sends the reminders of today. */
export function remind(environment: Environment): Promise<Answer> {
  return withPlatform(environment, {}, async (platform) => {
    const { now, today } = localContext(environment, []);
    const reminded = await sendReminders(platform, { now, today, actor: REMINDER });
    return { exit: EXIT.done, text: `发出到期提醒 ${String(reminded.sent)} 份（${reminded.day}）。`, json: reminded };
  });
}

interface Part {
  readonly plan: string;
  readonly number: string;
  readonly unit: string;
}

/** Acts about a unit's part of a task: in the unit's own name, or in that of the office. */
function onPart(
  environment: Environment,
  task: string,
  { unit }: { readonly unit: string },
  party: 'unit' | 'office',
  work: (platform: Platform, context: ActContext, part: Part) => Promise<Result<Taken, Failure>>,
): Promise<Answer> {
  const [plan = '', number = ''] = task.split('/');
  if (plan === '' || number === '') {
    const message = `“${task}”不是任务。请写成 方案编号/任务编号，如 licheng-2021/十1。`;
    return Promise.resolve(failure(EXIT.unusable, { code: 'not-a-task', message }));
  }
  return asParty(environment, unit, party, (platform, context, unitId) =>
    work(platform, context, { plan, number, unit: unitId }),
  );
}

async function asParty(
  environment: Environment,
  unit: string | undefined,
  party: 'unit' | 'office',
  work: Work,
): Promise<Answer> {
  const named = await standardsFor(environment, { unit });
  if (!named.ok) return named.error;
  const { standards, unitId } = named.value;
  return withPlatform(environment, { standards }, async (platform) => {
    const context = localContext(environment, party === 'unit' && unitId !== null ? [unitId] : []);
    const taken = await work(platform, context, unitId ?? '');
    if (!taken.ok) return failure(isUnusable(taken.error.code) ? EXIT.unusable : EXIT.refused, taken.error);
    const view = await readMatter(platform, context, taken.value.matter);
    return view.ok
      ? { exit: EXIT.done, text: matterLine(platform, view.value), json: view.value }
      : failure(EXIT.fault, view.error);
  });
}

/** What was given could not be used; every other refusal is by the rules. */
function isUnusable(code: string): boolean {
  const codes: readonly (SupervisionProblem['code'] | 'unknown-unit')[] = [
    'no-such-plan',
    'no-such-task',
    'no-such-matter',
    'unknown-unit',
    'bad-period',
    'bad-figure',
    'words-missing',
    'name-missing',
    'unknown-attachment',
    'attachment-missing',
    'same-unit',
    'day-in-future',
    'day-in-past',
  ];
  return code.startsWith('attachment-') || codes.some((one) => one === code);
}

/** Attaches files to a unit's part; their ids. The first that is refused ends it, and what was attached stays with the part. */
async function attachAll(
  platform: Platform,
  context: ActContext,
  { plan, number, unit }: Omit<Part, 'number'> & { readonly number: string | null },
  files: readonly string[],
): Promise<Result<readonly string[], Failure>> {
  const ids: string[] = [];
  for (const path of files) {
    const owner = evidenceOwner(plan, number);
    const attached = await attachOne(platform, context, { ...owner, unitId: unit, fileName: basename(path), path });
    if (!attached.ok) return attached;
    ids.push(attached.value);
  }
  return ok(ids);
}

async function attachOne(
  platform: Platform,
  context: ActContext,
  file: Parameters<typeof attachFile>[2] & { readonly path: string },
): Promise<Result<string, Failure>> {
  try {
    const attached = await attachFile(platform, context, file);
    return attached.ok ? ok(attached.value.id) : attached;
  } catch (thrown) {
    if (!(
      thrown instanceof Error &&
      'code' in thrown &&
      (thrown.code === 'ENOENT' || thrown.code === 'EISDIR' || thrown.code === 'EACCES')
    ))
      throw thrown;
    return err({ code: 'attachment-unreadable', message: `文件“${file.path}”打不开。请核对路径和权限。` });
  }
}
