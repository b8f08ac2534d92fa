/** The commands about attachments with their options. */
import { Argument } from 'commander';
import type { Command, Option } from 'commander';
import { asId, asText } from './arguments.ts';
import type * as Attachment from './commands/attachment.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Attachment> {
  return import('./commands/attachment.ts');
}

/** Adds them to the program. */
export function addAttachmentCommands(program: Command, environment: Environment, run: Run, json: () => Option): void {
  const attachment = program.command('attachment').description('附件：添加、清单、取出');
  owned(attachment.command('add <file>').description('添加附件：类型按内容识别，作者、位置等信息会去掉'))
    .requiredOption('--unit <code>', '以哪个单位的名义', asText)
    .addOption(json())
    .action(
      run(async (file: string, options: Parameters<typeof Attachment.add>[2]) => (await load()).add(environment, file, options)),
    );
  owned(attachment.command('list').description('附在一件事上的附件'))
    .option('--unit <code>', '以哪个单位的身份看；不写时以区信用办的身份', asText)
    .addOption(json())
    .action(run(async (options: Attachment.OwnerOptions) => (await load()).list(environment, options)));
  attachment
    .command('get')
    .addArgument(new Argument('<id>', '附件编号').argParser(asId))
    .description('取出一个附件；每次取用都有记录')
    .requiredOption('--out <file>', '写到哪个文件', asText)
    .option('--unit <code>', '以哪个单位的身份取；不写时以区信用办的身份', asText)
    .addOption(json())
    .action(run(async (id: string, options: Attachment.GetOptions) => (await load()).get(environment, id, options)));
}

function owned(command: Command): Command {
  return command
    .requiredOption('--owner-kind <kind>', '附在什么上，如 plan-progress', asText)
    .requiredOption('--owner-id <id>', '它的编号', asText);
}
