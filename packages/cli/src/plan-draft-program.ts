/** `xincheng plan draft …`: the commands about plans that wait to be confirmed, with their options. */
import { isDay } from '@xincheng/core/calendar';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { asText, asWhole } from './arguments.ts';
import type * as Drafts from './commands/plan-drafts.ts';
import type { ReasonOptions } from './commands/plan-acts.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

/** Adds them to the commands about plans. */
export function addDraftCommands(plan: Command, environment: Environment, run: Run): void {
  const draft = plan.command('draft').description('待确认的方案：查看没有读懂的内容，改正任务，逐处处理，作废');
  draft
    .command('show <id>')
    .description('待确认的方案和待处理的内容')
    .addOption(json())
    .action(run(async (id: string) => (await drafts()).show(environment, id)));
  withRoles(reasoned(draft.command('amend <id>').description('改正一项任务；没有写的不变')))
    .requiredOption('--task <number>', '任务编号', asText)
    .option('--due <day>', '完成时限：日期，standing（长期）或 none（未写明）', asDue)
    .option('--accept-early', '时限早于方案日期属实，理由写在 --reason')
    .action(run(async (id: string, options: Drafts.AmendDraftOptions) => (await drafts()).amend(environment, id, options)));
  reasoned(draft.command('settle <id>').description('处理没有读懂的内容'))
    .argument('<ordinal...>', '第几处，见 draft show', collectWhole)
    .addOption(
      new Option('--as <kind>', '已据以改正任务，或与任务无关').choices(['resolved', 'irrelevant']).makeOptionMandatory(),
    )
    .action(
      run(async (id: string, ordinals: number[], options: Drafts.SettleOptions) =>
        (await drafts()).settle(environment, id, ordinals, options),
      ),
    );
  reasoned(draft.command('drop <id>').description('作废，不再确认')).action(
    run(async (id: string, options: ReasonOptions) => (await drafts()).drop(environment, id, options)),
  );
}

/** Adds who does it and why. */
export function reasoned(command: Command): Command {
  return command
    .requiredOption('--name <name>', '办理人', asText)
    .requiredOption('--reason <text>', '理由', asText)
    .addOption(json());
}

/** Adds units by role. */
export function withRoles(command: Command): Command {
  return command
    .option('--lead <unit...>', '牵头单位：名称、编号或单位组', collectText)
    .option('--responsible <unit...>', '责任单位', collectText)
    .option('--supporting <unit...>', '配合单位', collectText);
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

function asDue(text: string): Drafts.AmendDraftOptions['due'] {
  if (text === 'standing' || text === 'none') return { kind: text, on: null };
  if (!isDay(text)) throw new InvalidArgumentError('应为真实的日期（YYYY-MM-DD），或 standing、none。');
  return { kind: 'day', on: text };
}

function collectText(text: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), asText(text)];
}

function collectWhole(text: string, before: readonly number[] | undefined): readonly number[] {
  return [...(before ?? []), asWhole(text)];
}

function drafts(): Promise<typeof Drafts> {
  return import('./commands/plan-drafts.ts');
}
