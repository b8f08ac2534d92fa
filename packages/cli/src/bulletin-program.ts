/** The commands about bulletins with their options. */
import type { Command, Option } from 'commander';
import { asText, asWhole } from './arguments.ts';
import type * as Bulletin from './commands/bulletin.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Bulletin> {
  return import('./commands/bulletin.ts');
}

/** Adds them to the program. */
export function addBulletinCommands(program: Command, environment: Environment, run: Run, json: () => Option): void {
  const group = program.command('bulletin').description('月通报：起草、修改、签发、撤销草稿、查看、PDF、比对');
  const ofMonth = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .requiredOption('--month <month>', '月份，如 2021-05；有更正的为最近一期', asText)
      .addOption(json());
  group
    .command('list')
    .description('通报，新的在前')
    .addOption(json())
    .action(run(async () => (await load()).list(environment)));
  ofMonth('draft', '起草：该月已结束、数字已冻结')
    .option('--correction', '更正已签发的那一期')
    .requiredOption('--name <name>', '经办人姓名', asText)
    .action(run(async (options: Bulletin.DraftOptions) => (await load()).draft(environment, options)));
  ofMonth('show', '查看').action(run(async (options: Bulletin.MonthOptions) => (await load()).show(environment, options)));
  ofMonth('edit', '修改草稿的一段，中英文都写')
    .requiredOption('--paragraph <n>', '第几段', asWhole)
    .requiredOption('--zh <text>', '中文', asText)
    .requiredOption('--en <text>', '英文', asText)
    .requiredOption('--name <name>', '经办人姓名', asText)
    .action(run(async (options: Bulletin.EditOptions) => (await load()).edit(environment, options)));
  ofMonth('issue', '签发；起草、修改的人不能签发')
    .requiredOption('--name <name>', '签发人姓名', asText)
    .action(run(async (options: Bulletin.IssueOptions) => (await load()).issue(environment, options)));
  ofMonth('drop', '撤销草稿，该月可以另行起草')
    .requiredOption('--reason <text>', '理由', asText)
    .requiredOption('--name <name>', '经办人姓名', asText)
    .action(run(async (options: Bulletin.DropOptions) => (await load()).drop(environment, options)));
  ofMonth('pdf', '取已签发通报的 PDF')
    .requiredOption('--out <file>', '写到哪里', asText)
    .action(run(async (options: Bulletin.PdfOptions) => (await load()).pdf(environment, options)));
  ofMonth('diff', '签发后因更正、撤回而变化的数字').action(
    run(async (options: Bulletin.MonthOptions) => (await load()).diff(environment, options)),
  );
}
