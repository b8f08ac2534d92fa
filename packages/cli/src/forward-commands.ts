/** `xincheng forward …`: the commands of forwarding with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asText, asWhole } from './arguments.ts';
import type {
  BatchListOptions,
  HandOptions,
  ItemListOptions,
  MakeOptions,
  ReceiptOptions,
  ResendOptions,
} from './commands/forward.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

/** Adds them. */
export function addForwardCommands(program: Command, environment: Environment, run: Run): void {
  const forward = program.command('forward').description('上传市平台：生成批次、移交、导入回执、查看');
  addActs(forward, environment, run);
  addLists(forward, environment, run);
}

function addActs(forward: Command, environment: Environment, run: Run): void {
  forward
    .command('make')
    .description('把应上传的记录生成批次；移交另行办理')
    .addOption(dataset().makeOptionMandatory())
    .option('--out <dir>', '同时把文件写到这个文件夹', asText)
    .addOption(json())
    .action(run(async (options: MakeOptions) => (await import('./commands/forward.ts')).make(environment, options)));
  forward
    .command('hand <batch>')
    .description('移交一个批次：写出文件并记下移交时刻；再次移交写出同样的文件')
    .option('--out <dir>', '文件写到哪里；缺省为数据目录的 forwarding/outbox', asText)
    .addOption(json())
    .action(
      run(async (batch: string, options: HandOptions) =>
        (await import('./commands/forward.ts')).hand(environment, batch, options),
      ),
    );
  forward
    .command('receipt [file]')
    .description('导入市平台的回执或错误清单；不写文件名时导入数据目录 forwarding/inbox 里的全部文件')
    .option('--batch <batch>', '文件里没有批次号时，指明批次', asText)
    .addOption(json())
    .action(
      run(async (file: string | undefined, options: ReceiptOptions) =>
        (await import('./commands/forward.ts')).receipt(environment, file, options),
      ),
    );
  forward
    .command('resend <record...>')
    .description('未通过的记录不改内容再报一次，随下一批次上传')
    .requiredOption('--name <name>', '决定再报的人', asText)
    .requiredOption('--reason <text>', '理由', asText)
    .addOption(json())
    .action(
      run(async (records: readonly string[], options: ResendOptions) =>
        (await import('./commands/forward.ts')).resend(environment, records, options),
      ),
    );
}

function addLists(forward: Command, environment: Environment, run: Run): void {
  forward
    .command('list')
    .description('列出批次，由新到旧')
    .addOption(dataset())
    .addOption(limit())
    .addOption(json())
    .action(run(async (options: BatchListOptions) => (await import('./commands/forward.ts')).list(environment, options)));
  forward
    .command('unanswered')
    .description('列出已移交而没有回执的记录，注明已过几个工作日')
    .option('--days <n>', '至少已过几个工作日', asWhole, 0)
    .addOption(dataset())
    .addOption(limit())
    .addOption(json())
    .action(run(async (options: ItemListOptions) => (await import('./commands/forward.ts')).unanswered(environment, options)));
  forward
    .command('refused')
    .description('列出市平台未通过的记录及其原因，供报送单位补正')
    .option('--unit <code>', '只看某一单位', asText)
    .addOption(dataset())
    .addOption(limit())
    .addOption(json())
    .action(run(async (options: ItemListOptions) => (await import('./commands/forward.ts')).refused(environment, options)));
  forward
    .command('due')
    .description('列出快到期限而未上传的记录，最急的在前')
    .option('--days <n>', '几天之内到期；已逾期的总在其中', asWhole, 5)
    .addOption(limit())
    .addOption(json())
    .action(run(async (options: ItemListOptions) => (await import('./commands/forward.ts')).dueSoon(environment, options)));
  forward
    .command('counts')
    .description('按数据集和单位统计：应上传、已上传、未回、通过、未通过、及时')
    .addOption(json())
    .action(run(async () => (await import('./commands/forward.ts')).counts(environment)));
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

function dataset(): Option {
  return new Option('--dataset <id>', '数据集，如 licence、penalty').argParser(asText);
}

function limit(): Option {
  return new Option('--limit <n>', '最多几条').argParser(asWhole).default(50);
}
