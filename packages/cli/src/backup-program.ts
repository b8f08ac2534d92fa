/** `xincheng backup` and `restore` with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asText } from './arguments.ts';
import type * as Backup from './commands/backup.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Backup> {
  return import('./commands/backup.ts');
}

/** Adds them. */
export function addBackupCommands(program: Command, environment: Environment, run: Run): void {
  program
    .command('backup')
    .description('备份数据库和收到的文件，服务可以照常运行；缺省不含密钥')
    .requiredOption('--out <folder>', '写到哪个文件夹；它应当还不存在', asText)
    .option('--with-keys', '连密钥一起备份：谁拿到它，谁就能打开全部内容')
    .addOption(json())
    .action(run(async (options: Backup.BackupCommandOptions) => (await load()).backup(environment, options)));
  program
    .command('restore <backup>')
    .description('把备份恢复到空的安装里，并逐表核对与备份相同')
    .addOption(json())
    .action(run(async (place: string) => (await load()).restore(environment, place)));
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}
