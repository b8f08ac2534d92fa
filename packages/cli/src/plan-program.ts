/** `xincheng plan …`: the commands about plans with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asText } from './arguments.ts';
import type { PlanImportOptions } from './commands/plan.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';
import { addPlanActs } from './task-program.ts';

/** Adds them. */
export function addPlanCommands(program: Command, environment: Environment, run: Run): void {
  const plan = program.command('plan').description('方案：从文件读出任务分工');
  addPlanActs(plan, environment, run);
  plan
    .command('import <file>')
    .description('不连服务器，读出方案的任务、单位、时限、指标，并列出没有读懂的地方；确认之后才生效')
    .option('--out <file>', '把草稿写成 YAML 文件，供核对、修改', asText)
    .addOption(new Option('--json', '最后一行输出 JSON'))
    .action(
      run(async (file: string, options: PlanImportOptions) =>
        (await import('./commands/plan.ts')).importPlan(environment, file, options),
      ),
    );
}
