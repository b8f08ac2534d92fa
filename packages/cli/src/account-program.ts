/** The commands about accounts with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { ROLES } from '@xincheng/core/identity';
import { asText, asWhole } from './arguments.ts';
import type * as Account from './commands/account.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Account> {
  return import('./commands/account.ts');
}

/** Adds them to the program. */
export function addAccountCommands(program: Command, environment: Environment, run: Run, json: () => Option): void {
  const group = program.command('account').description('账号：新建、列出、重置口令、解锁、停用、启用');
  group
    .command('list')
    .description('账号，按用户名')
    .option('--unit <code>', '只看某一单位', asText)
    .option('--limit <n>', '最多几个', asWhole, 200)
    .addOption(json())
    .action(run(async (options: Account.ListOptions) => (await load()).list(environment, options)));
  group
    .command('create <login>')
    .description('新建账号，显示初始口令')
    .requiredOption('--name <name>', '姓名', asText)
    .requiredOption('--unit <code>', '单位', asText)
    .addOption(new Option('--scope <scope>', '看本单位，还是全区').choices(['units', 'all']).default('units'))
    .addOption(new Option('--role <role...>', '角色').choices(ROLES).makeOptionMandatory())
    .addOption(json())
    .action(run(async (login: string, options: Account.CreateOptions) => (await load()).create(environment, login, options)));
  const acts = {
    'reset-password': ['reset', '重置口令并解锁，显示新的初始口令'],
    unlock: ['unlock', '解除登录失败后的暂停'],
    disable: ['disable', '停用账号，结束其会话'],
    enable: ['enable', '启用停用的账号'],
    'remove-totp': ['remove-totp', '停用验证器'],
  } as const;
  for (const [act, [command, description]] of Object.entries(acts) as [keyof typeof acts, readonly [string, string]][])
    group
      .command(`${command} <login>`)
      .description(description)
      .addOption(json())
      .action(run(async (login: string) => (await load()).act(environment, login, act)));
}
