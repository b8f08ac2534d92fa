/** The commands about instruments and registers with their options. */
import type { Command, Option } from 'commander';
import { asText, asWhole } from './arguments.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

/** Adds them to the program. */
export function addInstrumentCommands(program: Command, environment: Environment, run: Run, json: () => Option): void {
  const load = () => import('./commands/instrument.ts');
  const instrument = program.command('instrument').description('依据：列出、查看，废止时触及什么');
  instrument
    .command('list [text]')
    .description('列出依据，或编号、文号、名称中有这些字的')
    .addOption(json())
    .action(run(async (text: string | undefined) => (await load()).list(environment, text ?? '')));
  instrument
    .command('show')
    .argument('<id>', '依据编号、文号或者全称', asText)
    .description('一个依据和规则文件里引用它的每一处')
    .addOption(json())
    .action(run(async (id: string) => (await load()).show(environment, id)));
  instrument
    .command('repeal-impact')
    .argument('<id>', '依据编号、文号或者全称', asText)
    .description('它废止时触及的规则、制度文件、措施和记录')
    .option('--limit <n>', '最多列几条记录', asWhole, 1000)
    .addOption(json())
    .action(run(async (id: string, options: { limit: number }) => (await load()).impact(environment, id, options)));

  const loadRegister = () => import('./commands/register.ts');
  const register = program.command('register').description('台账：议定事项、工作经费');
  register
    .command('decisions')
    .description('会议议定、还在办理的事项，先到期的在前')
    .option('--limit <n>', '最多几条', asWhole, 100)
    .addOption(json())
    .action(run(async (options: { limit: number }) => (await loadRegister()).decisions(environment, options)));
  register
    .command('funds')
    .description('各年度各用途的经费：安排、支出、结余')
    .addOption(json())
    .action(run(async () => (await loadRegister()).funds(environment)));
}
