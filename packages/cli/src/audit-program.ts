/** `xincheng audit …`: the commands about the audit log with their options. */
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { asDay, asText, asWhole } from './arguments.ts';
import type * as Audit from './commands/audit.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Audit> {
  return import('./commands/audit.ts');
}

/** Adds them. */
export function addAuditCommands(program: Command, environment: Environment, run: Run): void {
  const audit = program.command('audit').description('审计日志：核验、查看、链头');
  audit
    .command('verify')
    .description('核验整条审计链：有人改过、删过、调换过任何一行，逐条指出；发现问题时退出码为 3')
    .option('--head <hash>', '以前抄录的链头：链上必须有它', asHash)
    .addOption(new Option('--batch <receipt>', '只核对一个批次写入的记录，用回执号').argParser(asText).conflicts('head'))
    .addOption(json())
    .action(run(async (options: Audit.VerifyCommandOptions) => (await load()).verify(environment, options)));
  audit
    .command('list')
    .description('列出事件，由新到旧')
    .option('--object-kind <kind>', '对象的种类，如 record、batch', asText)
    .option('--object-id <id>', '对象的编号', asText)
    .option('--actor <name>', '谁做的', asText)
    .option('--act <act>', '做了什么，如 record.look', asText)
    .option('--from <day>', '从哪一天起', asDay)
    .option('--to <day>', '到哪一天为止', asDay)
    .option('--limit <n>', '最多几条', asWhole, 50)
    .addOption(json())
    .action(run(async (options: Audit.ListOptions) => (await load()).list(environment, options)));
  audit
    .command('head')
    .description('显示链头：抄录在别处，日后用 audit verify --head 核对')
    .addOption(json())
    .action(run(async () => (await load()).head(environment)));
}

function asHash(text: string): string {
  const hash = text.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/u.test(hash)) throw new InvalidArgumentError('应为 64 个十六进制数字，见 xincheng audit head。');
  return hash;
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}
