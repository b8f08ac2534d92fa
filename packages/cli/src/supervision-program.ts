/** `xincheng supervise …`: the work around tasks, with its options. */
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { DECISIONS, MATTER_KINDS } from '@xincheng/core/supervision';
import type { Decision } from '@xincheng/core/supervision';
import { asDay, asRecordId, asText, asWhole } from './arguments.ts';
import type * as Lists from './commands/supervision-lists.ts';
import type * as Supervision from './commands/supervision.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Supervision> {
  return import('./commands/supervision.ts');
}

function loadLists(): Promise<typeof Lists> {
  return import('./commands/supervision-lists.ts');
}

/** Adds them. */
export function addSupervisionCommands(program: Command, environment: Environment, run: Run): void {
  const supervise = program.command('supervise').description('督办：进展报告、推进方案、催办、督办单、延期、移交、审核');
  addUnitActs(supervise, environment, run);
  addOfficeActs(supervise, environment, run);
  addReviews(supervise, environment, run);
  addLists(supervise, environment, run);
}

function addUnitActs(supervise: Command, environment: Environment, run: Run): void {
  attached(onTask(supervise, 'report', '报送任务进展；退回后再报也用它'))
    .requiredOption('--period <period>', '报送周期，如 2021-05', asText)
    .option('--figure <name=value>', '数据，可写几次，如 清理文件数=12', collect, [])
    .action(run(async (task: string, options: Supervision.ReportOptions) => (await load()).report(environment, task, options)));
  attached(said(supervise.command('action-plan').argument('<plan>', '方案编号', asText), '报送工作推进方案'))
    .requiredOption('--unit <code>', UNIT, asText)
    .action(
      run(async (plan: string, options: Supervision.FilesOptions) => (await load()).actionPlan(environment, plan, options)),
    );
  onTask(supervise, 'extend', '牵头单位申请延期')
    .requiredOption('--until <day>', '延到哪一天', asDay)
    .action(run(async (task: string, options: Supervision.ExtendOptions) => (await load()).extend(environment, task, options)));
  onTask(supervise, 'hand-over', '把本单位的部分移交给另一单位')
    .requiredOption('--to <code>', '接收单位', asText)
    .action(
      run(async (task: string, options: Supervision.HandOverOptions) => (await load()).handOver(environment, task, options)),
    );
  onTask(supervise, 'give-back', '退回任务：不属本单位职责').action(
    run(async (task: string, options: Supervision.PartOptions) => (await load()).giveBack(environment, task, options)),
  );
}

function addOfficeActs(supervise: Command, environment: Environment, run: Run): void {
  onTask(supervise, 'call', '区信用办要求某单位报送某期进展')
    .requiredOption('--period <period>', '周期，如 2021-Q2', asText)
    .requiredOption('--due <day>', '几日前报送', asDay)
    .action(run(async (task: string, options: Supervision.CallOptions) => (await load()).call(environment, task, options)));
  onTask(supervise, 'urge', '区信用办催办').action(
    run(async (task: string, options: Supervision.PartOptions) => (await load()).urge(environment, task, options)),
  );
  onTask(supervise, 'order', '区信用办拟督办单；由另一人用 review 签发')
    .requiredOption('--since <day>', '自哪一天起未落实', asDay)
    .action(run(async (task: string, options: Supervision.OrderOptions) => (await load()).order(environment, task, options)));
  supervise
    .command('remind')
    .description('发出到期提醒：服务每天自动做，也可以手工做；已发的不会重发')
    .addOption(json())
    .action(run(async () => (await load()).remind(environment)));
}

function addReviews(supervise: Command, environment: Environment, run: Run): void {
  const acts = DECISIONS.filter((act) => act !== 'reply');
  review(supervise.command('review').addArgument(matterId()).addArgument(new Argument('<act>', '办理').choices(acts)))
    .description('办理下一步：退回、审核通过、重开、签发、撤销、办结、同意接收、不接收、批准、不批准')
    .action(
      run(async (id: string, act: Decision, options: Supervision.ReviewOptions) =>
        (await load()).review(environment, id, act, options),
      ),
    );
  attached(review(supervise.command('reply').addArgument(matterId())))
    .description('回复督办单')
    .action(
      run(async (id: string, options: Supervision.ReviewOptions) => (await load()).review(environment, id, 'reply', options)),
    );
}

function addLists(supervise: Command, environment: Environment, run: Run): void {
  supervise
    .command('list')
    .description('列出督办事项，由新到旧')
    .addOption(new Option('--kind <kind>', '种类').choices(MATTER_KINDS))
    .option('--plan <id>', '方案编号', asText)
    .option('--unit <code>', '只看某一单位的事项', asText)
    .option('--open', '只列没有办完的')
    .option('--limit <n>', '最多几条', asWhole, 50)
    .addOption(json())
    .action(run(async (options: Lists.ListOptions) => (await loadLists()).list(environment, options)));
  supervise
    .command('show')
    .addArgument(matterId())
    .description('一个事项的经过')
    .addOption(json())
    .action(run(async (id: string) => (await loadLists()).show(environment, id)));
  supervise
    .command('owed')
    .argument('<plan>', '方案编号', asText)
    .description('应报而未报、迟报的进展报告')
    .addOption(json())
    .action(run(async (plan: string) => (await loadLists()).owed(environment, plan)));
  supervise
    .command('paper')
    .addArgument(matterId())
    .description('把督办单写成 PDF')
    .option('--out <file>', '写到哪里；缺省为当前文件夹，以文号为名', asText)
    .addOption(json())
    .action(run(async (id: string, options: { out?: string }) => (await loadLists()).paper(environment, id, options)));
}

const UNIT = '单位的编号、统一社会信用代码或名称，见 xincheng units';

function onTask(supervise: Command, name: string, description: string): Command {
  const command = supervise.command(name).argument('<task>', '方案编号/任务编号，如 licheng-2021/十1', asText);
  return said(command, description).requiredOption('--unit <code>', UNIT, asText);
}

function said(command: Command, description: string): Command {
  return command
    .description(description)
    .requiredOption('--name <name>', '经办人', asText)
    .requiredOption('--words <text>', '内容或理由', asText)
    .addOption(json());
}

function review(command: Command): Command {
  return command
    .option('--unit <code>', '办理的单位；不写时以区信用办的身份办理', asText)
    .requiredOption('--name <name>', '经办人', asText)
    .option('--words <text>', '内容或理由；通过、批准、签发、办结可以不写', asText)
    .addOption(json());
}

function attached(command: Command): Command {
  return command.option('--attach <file>', '附件，可写几次', collect, []);
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, asText(value)];
}

function matterId(): Argument {
  return new Argument('<id>', '事项编号').argParser(asRecordId);
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}
