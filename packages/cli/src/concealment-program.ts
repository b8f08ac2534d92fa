/** The commands of the finder of concealment with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { ALARM_ANSWERS } from '@xincheng/core/concealment';
import { asRecordId, asText, asWhole } from './arguments.ts';
import type * as Concealment from './commands/concealment.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Concealment> {
  return import('./commands/concealment.ts');
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

/** Adds them to the program. */
export function addConcealmentCommands(program: Command, environment: Environment, run: Run): void {
  const group = program.command('concealment').description('瞒报排查：扫描、线索、答复、审核、空号登记');
  group
    .command('scan')
    .description('扫描文号缺号、报送骤减和别处见到而未报送的决定')
    .addOption(json())
    .action(run(async () => (await load()).scan(environment)));
  group
    .command('list')
    .description('线索，新的在前')
    .option('--unit <code>', '只看某一单位', asText)
    .option('--limit <n>', '最多几条', asWhole, 50)
    .addOption(json())
    .action(run(async (options: Concealment.ListOptions) => (await load()).list(environment, options)));
  group
    .command('show <id>')
    .description('一条线索和它的办理经过')
    .addOption(json())
    .action(run(async (id: string) => (await load()).show(environment, asRecordId(id))));
  said(group.command('answer <id>').description('单位答复'))
    .addOption(new Option('--as <answer>', '已补报、依法空号、另有说明').choices(ALARM_ANSWERS).makeOptionMandatory())
    .option('--unit <code>', '以哪个单位的名义；缺省为区信用办', asText)
    .action(
      run(async (id: string, options: Concealment.AnswerOptions) => (await load()).answer(environment, asRecordId(id), options)),
    );
  said(group.command('review <id>').description('区信用办审核：认可后销号，或退回'))
    .addOption(new Option('--step <step>', '认可或退回').choices(['accept', 'return']).makeOptionMandatory())
    .action(
      run(async (id: string, options: Concealment.ReviewOptions) => (await load()).review(environment, asRecordId(id), options)),
    );
  said(group.command('void <numbers...>').description('登记依法没有使用的文号'))
    .requiredOption('--unit <code>', '文号属于哪个单位', asText)
    .action(
      run(async (numbers: string[], options: Concealment.VoidOptions) =>
        (await load()).voidNumbers(environment, numbers, options),
      ),
    );
  group
    .command('voids')
    .description('登记为依法没有使用的文号，按单位、号段；未经审核的要抽查')
    .option('--unit <code>', '只看某一单位', asText)
    .option('--month <month>', '只看某一月份登记的，如 2021-05', asText)
    .option('--limit <n>', '最多几个', asWhole, 500)
    .addOption(json())
    .action(run(async (options: Concealment.VoidsOptions) => (await load()).voids(environment, options)));
}

function said(command: Command): Command {
  return command
    .requiredOption('--name <name>', '经办人姓名', asText)
    .requiredOption('--words <text>', '说明', asText)
    .option('--document <number>', '依据的文件或登记簿', asText)
    .addOption(json());
}
