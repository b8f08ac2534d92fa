/** The commands about public show with their options. */
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { WITHDRAWAL_REASONS } from '@xincheng/core/publicity';
import { asDay, asRecordId, asText, asWhole } from './arguments.ts';
import type * as Publicity from './commands/publicity.ts';
import type { Environment } from './environment.ts';
import type { Answer } from './exit.ts';

/** Makes an action of a command. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- commander hands arguments over untyped; A is what the command declares
type Run = <A extends unknown[]>(command: (...args: A) => Promise<Answer>) => (...args: unknown[]) => Promise<void>;

function load(): Promise<typeof Publicity> {
  return import('./commands/publicity.ts');
}

/** Adds them to the program. */
export function addPublicityCommands(program: Command, environment: Environment, run: Run, json: () => Option): void {
  const publicity = program.command('publicity').description('公示：查看、撤回、暂停、恢复、修复、等级、标注');
  publicity
    .command('show')
    .addArgument(recordId())
    .description('一条记录的公示状态、期限和经过')
    .addOption(json())
    .action(run(async (id: string) => (await load()).status(environment, id)));
  addActs(publicity, environment, run, json);
  publicity
    .command('held')
    .description('应公示而没有公示的记录和原因')
    .option('--limit <n>', '最多几条', asWhole, 100)
    .addOption(json())
    .action(run(async (options: { limit: number }) => (await load()).held(environment, options)));
  program
    .command('sweep')
    .description('登记公示期满：服务每天自动做，也可以手工做')
    .option('--day <day>', '到哪一天零时为止；缺省为今天', asDay)
    .addOption(json())
    .action(run(async (options: Parameters<typeof Publicity.sweep>[1]) => (await load()).sweep(environment, options)));
  program
    .command('open-data')
    .description('把今天公示中的记录写成开放数据文件')
    .requiredOption('--out <folder>', '写到哪个文件夹', asText)
    .addOption(json())
    .action(run(async (options: { out: string }) => (await load()).openData(environment, options)));
}

function addActs(publicity: Command, environment: Environment, run: Run, json: () => Option): void {
  documented(act(publicity, 'withdraw', '撤回公示', json))
    .addOption(new Option('--because <code>', '撤回原因').choices(WITHDRAWAL_REASONS).makeOptionMandatory())
    .option('--changed-on <day>', '决定变更、撤销、确认违法或无效之日；撤回期限由此起算', asDay)
    .action(
      run(async (id: string, options: Parameters<typeof Publicity.withdraw>[2]) =>
        (await load()).withdraw(environment, id, options),
      ),
    );
  documented(act(publicity, 'suspend', '法院裁定重整或和解期间暂停公示', json)).action(
    run(async (id: string, options: Publicity.DocumentedOptions) => (await load()).suspend(environment, id, options)),
  );
  documented(act(publicity, 'resume', '恢复公示', json)).action(
    run(async (id: string, options: Publicity.DocumentedOptions) => (await load()).resume(environment, id, options)),
  );
  documented(act(publicity, 'repair', '信用修复，提前终止公示：修复决定作出后登记，不受理申请', json)).action(
    run(async (id: string, options: Publicity.DocumentedOptions) => (await load()).repair(environment, id, options)),
  );
  act(publicity, 'class', '改认定等级，公示期随之重算', json)
    .argument('<class>', '等级，如 general、severe', asText)
    .action(
      run(async (id: string, classId: string, options: Publicity.ActOptions) =>
        (await load()).classify(environment, id, classId, options),
      ),
    );
  act(publicity, 'mark', '标注异议处理中，或附上主体声明', json)
    .addArgument(new Argument('<mark>', '标注').choices(['disputed', 'statement']))
    .option('--words <text>', '主体声明的文字', asText)
    .addOption(new Option('--clear', '结束标注').conflicts('words'))
    .action(
      run(async (id: string, kind: 'disputed' | 'statement', options: Parameters<typeof Publicity.mark>[3]) =>
        (await load()).mark(environment, id, kind, options),
      ),
    );
}

function act(publicity: Command, name: string, description: string, json: () => Option): Command {
  return publicity
    .command(name)
    .addArgument(recordId())
    .description(description)
    .option('--unit <code>', '办理的单位；不写时以区信用办的身份办理', asText)
    .requiredOption('--name <name>', '经办人', asText)
    .requiredOption('--reason <text>', '理由', asText)
    .addOption(json());
}

/** Of acts that note the paper behind them. */
function documented(command: Command): Command {
  return command.option('--document <number>', '依据文书的文号', asText);
}

function recordId(): Argument {
  return new Argument('<id>', '记录编号').argParser(asRecordId);
}
