/** `xincheng plan …` on the platform and `xincheng task …`: the commands with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asText } from './arguments.ts';
import type * as PlanActs from './commands/plan-acts.ts';
import type { AmendOptions, DeclareOptions, KeepOptions, NameOptions } from './commands/plan-acts.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

interface UnitOption {
  readonly unit?: string;
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

/** Adds what acts upon plans on the platform to the commands about plans. */
export function addPlanActs(plan: Command, environment: Environment, run: Run): void {
  plan
    .command('keep <file>')
    .description('把方案存为待确认的方案')
    .requiredOption('--id <id>', '方案编号，如 licheng-2021', asText)
    .requiredOption('--name <name>', '导入人', asText)
    .addOption(json())
    .action(run(async (file: string, options: KeepOptions) => (await acts()).keep(environment, file, options)));
  plan
    .command('list')
    .description('方案清单')
    .addOption(json())
    .action(run(async () => (await acts()).list(environment)));
  plan
    .command('confirm <id>')
    .description('由另一人确认方案，任务随即分发')
    .requiredOption('--name <name>', '确认人', asText)
    .addOption(json())
    .action(run(async (id: string, options: NameOptions) => (await acts()).confirm(environment, id, options)));
  plan
    .command('amend <id>')
    .description('凭文件调整任务的完成时限')
    .requiredOption('--task <number>', '任务编号', asText)
    .requiredOption('--due <day>', '新的完成时限', asText)
    .requiredOption('--document <text>', '依据的文件', asText)
    .requiredOption('--reason <text>', '理由', asText)
    .requiredOption('--name <name>', '办理人', asText)
    .addOption(json())
    .action(run(async (id: string, options: AmendOptions) => (await acts()).amend(environment, id, options)));
  addPlanLooks(plan, environment, run);
}

function addPlanLooks(plan: Command, environment: Environment, run: Run): void {
  plan
    .command('show <id>')
    .description('方案和各项任务的状态')
    .option('--unit <unit>', '以一个单位的身份看', asText)
    .addOption(json())
    .action(run(async (id: string, options: UnitOption) => (await acts()).show(environment, id, options)));
  plan
    .command('board <id>')
    .description('方案总览')
    .addOption(json())
    .action(run(async (id: string) => (await acts()).board(environment, id)));
  plan
    .command('evaluate <id>')
    .description('现在核对全部任务的依据，记下变化')
    .addOption(json())
    .action(run(async (id: string) => (await acts()).evaluate(environment, id)));
}

/** Adds the commands about tasks. */
export function addTaskCommands(program: Command, environment: Environment, run: Run): void {
  const task = program.command('task').description('任务：状态、依据、申报');
  task
    .command('list <plan>')
    .description('方案的全部任务')
    .option('--unit <unit>', '以一个单位的身份看', asText)
    .addOption(json())
    .action(run(async (id: string, options: UnitOption) => (await acts()).show(environment, id, options)));
  task
    .command('show <plan> <number>')
    .description('一项任务和它的依据')
    .option('--unit <unit>', '以一个单位的身份看', asText)
    .addOption(json())
    .action(
      run(async (id: string, number: string, options: UnitOption) => (await acts()).showTask(environment, id, number, options)),
    );
  task
    .command('declare <plan> <number>')
    .description('牵头或责任单位申报完成；申报不等于证明')
    .requiredOption('--unit <unit>', '单位', asText)
    .requiredOption('--words <text>', '完成了什么', asText)
    .requiredOption('--name <name>', '申报人', asText)
    .addOption(json())
    .action(
      run(async (id: string, number: string, options: DeclareOptions) =>
        (await acts()).declare(environment, id, number, options),
      ),
    );
}

function acts(): Promise<typeof PlanActs> {
  return import('./commands/plan-acts.ts');
}
