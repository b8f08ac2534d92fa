/** The commands about notices with their options. */
import { Argument, Option } from 'commander';
import type { Command } from 'commander';
import { asDay, asId, asRecordId, asText, asWhole } from './arguments.ts';
import type * as Notice from './commands/notice.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Notice> {
  return import('./commands/notice.ts');
}

const NAME = '经办人';

/** Adds them to the program. */
export function addNoticeCommands(program: Command, environment: Environment, run: Run, json: () => Option): void {
  const notice = program.command('notice').description('通知：收件箱、签收、答复、投递，以及告知书');
  notice
    .command('list')
    .description('通知，由新到旧；不写单位时是全部单位的')
    .option('--unit <code>', '收件或发件的单位', asText)
    .addOption(new Option('--only <state>', '只看未签收的，或待答复的').choices(['unread', 'unanswered']))
    .option('--limit <n>', '最多几条', asWhole, 50)
    .addOption(json())
    .action(run(async (options: Notice.ListOptions) => (await load()).list(environment, options)));
  notice
    .command('read')
    .addArgument(id())
    .description('签收并阅读一份通知')
    .option('--unit <code>', '收件单位；不写时以区信用办的身份查看，不算签收', asText)
    .requiredOption('--name <name>', NAME, asText)
    .addOption(json())
    .action(run(async (noticeId: string, options: Notice.ReadOptions) => (await load()).read(environment, noticeId, options)));
  notice
    .command('answer')
    .addArgument(id())
    .description('答复一份通知')
    .requiredOption('--unit <code>', '收件单位', asText)
    .requiredOption('--name <name>', NAME, asText)
    .requiredOption('--text <text>', '答复', asText)
    .addOption(json())
    .action(
      run(async (noticeId: string, options: Notice.AnswerOptions) => (await load()).answer(environment, noticeId, options)),
    );
  addSending(notice, environment, run, json);
}

function addSending(notice: Command, environment: Environment, run: Run, json: () => Option): void {
  notice
    .command('send')
    .description('区信用办给一个单位发通知')
    .requiredOption('--to <code>', '收件单位', asText)
    .requiredOption('--title <text>', '标题', asText)
    .requiredOption('--text <text>', '内容；不要写个人信息', asText)
    .option('--due <day>', '请在哪一天之前答复', asDay)
    .addOption(json())
    .action(run(async (options: Notice.SendOptions) => (await load()).send(environment, options)));
  notice
    .command('deliver')
    .description('投递到期的邮件和短信：服务每半分钟自动做，也可以手工做')
    .addOption(json())
    .action(run(async () => (await load()).deliver(environment)));
  notice
    .command('repair')
    .description('信用修复告知书')
    .requiredOption('--record <id>', '记录编号', asRecordId)
    .addOption(json())
    .action(run(async (options: { record: string }) => (await import('./commands/publicity.ts')).notice(environment, options)));
}

function id(): Argument {
  return new Argument('<id>', '通知编号').argParser(asId);
}
