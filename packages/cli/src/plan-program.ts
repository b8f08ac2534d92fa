/** `xincheng plan …`: the commands about plans with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asDay, asText } from './arguments.ts';
import type * as Acts from './commands/plan-acts.ts';
import type * as Looks from './commands/plan-looks.ts';
import type { PlanImportOptions } from './commands/plan.ts';
import type { Environment } from './environment.ts';
import { addDraftCommands, reasoned, withRoles } from './plan-draft-program.ts';
import type { Run } from './program.ts';

/** Adds them. */
export function addPlanCommands(program: Command, environment: Environment, run: Run): void {
  const plan = program.command('plan').description('方案：从文件读出任务分工，确认后分发，任务的状态由数据得出');
  plan
    .command('import <file>')
    .description('不连服务器，读出方案的任务、单位、时限、指标，并列出没有读懂的地方；什么也不写入')
    .option('--out <file>', '把草稿写成 YAML 文件，供核对', asText)
    .addOption(json())
    .action(
      run(async (file: string, options: PlanImportOptions) =>
        (await import('./commands/plan.ts')).importPlan(environment, file, options),
      ),
    );
  addDraftCommands(plan, environment, run);
  addActs(plan, environment, run);
  addLooks(plan, environment, run);
}

function addActs(plan: Command, environment: Environment, run: Run): void {
  plan
    .command('keep <file>')
    .description('把方案文件存为待确认的方案')
    .requiredOption('--id <id>', '方案编号，如 licheng-2021', asText)
    .requiredOption('--name <name>', '导入人', asText)
    .addOption(json())
    .action(run(async (file: string, options: Acts.KeepOptions) => (await acts()).keep(environment, file, options)));
  plan
    .command('confirm <id>')
    .description('由没有经手的另一人确认方案，任务随即分发')
    .requiredOption('--name <name>', '确认人', asText)
    .addOption(json())
    .action(run(async (id: string, options: Acts.NameOptions) => (await acts()).confirm(environment, id, options)));
  withRoles(
    reasoned(plan.command('amend <id>').description('凭文件调整一项任务的完成时限，或它的全部单位；一人拟办，另一人批准')),
  )
    .requiredOption('--task <number>', '任务编号', asText)
    .requiredOption('--prepared-by <name>', '拟办人，办理人批准', asText)
    .requiredOption('--document <text>', '依据的文件', asText)
    .option('--due <day>', '新的完成时限', asDay)
    .action(run(async (id: string, options: Acts.AmendOptions) => (await acts()).amend(environment, id, options)));
  reasoned(plan.command('close <id>').description('结束方案，任务不再核对')).action(
    run(async (id: string, options: Acts.ReasonOptions) => (await acts()).close(environment, id, options)),
  );
}

function addLooks(plan: Command, environment: Environment, run: Run): void {
  plan
    .command('list')
    .description('方案清单')
    .addOption(json())
    .action(run(async () => (await looks()).list(environment)));
  plan
    .command('show <id>')
    .description('方案和各项任务现在的状态')
    .option('--unit <unit>', '以一个单位的身份看', asText)
    .addOption(json())
    .action(run(async (id: string, options: Looks.UnitOption) => (await looks()).show(environment, id, options)));
  plan
    .command('board <id>')
    .description('方案总览')
    .addOption(json())
    .action(run(async (id: string) => (await looks()).board(environment, id)));
  plan
    .command('evaluate <id>')
    .description('现在核对全部任务的依据，记下变化')
    .addOption(json())
    .action(run(async (id: string) => (await looks()).evaluate(environment, id)));
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

function acts(): Promise<typeof Acts> {
  return import('./commands/plan-acts.ts');
}

function looks(): Promise<typeof Looks> {
  return import('./commands/plan-looks.ts');
}
