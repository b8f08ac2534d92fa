/** `xincheng task …`: the commands about tasks with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asText } from './arguments.ts';
import type * as Looks from './commands/plan-looks.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

/** Adds the commands about tasks. */
export function addTaskCommands(program: Command, environment: Environment, run: Run): void {
  const task = program.command('task').description('任务：状态、依据、申报');
  task
    .command('list <plan>')
    .description('方案的全部任务')
    .option('--unit <unit>', '以一个单位的身份看', asText)
    .addOption(json())
    .action(run(async (id: string, options: Looks.UnitOption) => (await looks()).show(environment, id, options)));
  task
    .command('show <plan> <number>')
    .description('一项任务和它的依据')
    .option('--unit <unit>', '以一个单位的身份看', asText)
    .addOption(json())
    .action(
      run(async (id: string, number: string, options: Looks.UnitOption) =>
        (await looks()).showTask(environment, id, number, options),
      ),
    );
  task
    .command('declare <plan> <number>')
    .description('牵头或责任单位申报完成；申报不等于证明')
    .requiredOption('--unit <unit>', '单位', asText)
    .requiredOption('--words <text>', '完成了什么', asText)
    .requiredOption('--name <name>', '申报人', asText)
    .addOption(json())
    .action(
      run(async (id: string, number: string, options: Looks.DeclareOptions) =>
        (await looks()).declare(environment, id, number, options),
      ),
    );
}

function looks(): Promise<typeof Looks> {
  return import('./commands/plan-looks.ts');
}
