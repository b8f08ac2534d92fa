/** `xincheng rates` and `xincheng indicator …` with their options. */
import { Option } from 'commander';
import type { Command } from 'commander';
import { asText, asWhole } from './arguments.ts';
import type * as Indicators from './commands/indicator.ts';
import type { Environment } from './environment.ts';
import type { Run } from './program.ts';

function load(): Promise<typeof Indicators> {
  return import('./commands/indicator.ts');
}

const UNIT = '单位的编号、统一社会信用代码或名称';
const PERIOD = '期间：2021-05、2021-Q2、2021 或 total；缺省为今天所在的期间';

/** Adds them. */
export function addIndicatorCommands(program: Command, environment: Environment, run: Run): void {
  asked(program.command('rates').description('双公示的上报率、合规率、及时率和迟报，按单位和全区')).action(
    run(async (options: Indicators.NumberOptions) => (await load()).rates(environment, options)),
  );
  const indicator = program.command('indicator').description('指标：查看、明细、申报、冻结、重算');
  addNumbers(indicator, environment, run);
  addWords(indicator, environment, run);
  indicator
    .command('freeze')
    .description('冻结一个期间：期满并过了更正期之后；服务每天自动办理')
    .requiredOption('--period <period>', '月、季或年', asText)
    .addOption(json())
    .action(run(async (options: { period: string }) => (await load()).freeze(environment, options.period)));
  indicator
    .command('rebuild')
    .description('从记录重算全部指标')
    .option('--check', '只核对，不改动；有差异时退出码为 3')
    .addOption(json())
    .action(run(async (options: { check?: boolean }) => (await load()).rebuild(environment, options)));
}

function addNumbers(indicator: Command, environment: Environment, run: Run): void {
  indicator
    .command('list')
    .description('列出全部指标')
    .addOption(json())
    .action(run(async () => (await load()).list(environment)));
  asked(indicator.command('show <id>').description('一个指标的数字')).action(
    run(async (id: string, options: Indicators.NumberOptions) => (await load()).show(environment, id, options)),
  );
  asked(indicator.command('board').description('全部指标一览')).action(
    run(async (options: Indicators.NumberOptions) => (await load()).board(environment, options)),
  );
  asked(indicator.command('rows <id>').description('数字背后的明细'))
    .addOption(new Option('--part <part>', '分子或分母').choices(['numerator', 'denominator']).default('numerator'))
    .option('--limit <n>', '最多几条', asWhole, 50)
    .action(run(async (id: string, options: Indicators.RowsOptions) => (await load()).rows(environment, id, options)));
  asked(indicator.command('expected <set>').description('应报清单：应报、已报、零报告、豁免')).action(
    run(async (set: string, options: Indicators.NumberOptions) => (await load()).expected(environment, set, options)),
  );
}

function addWords(indicator: Command, environment: Environment, run: Run): void {
  word(indicator.command('declare <set>').description('申报一个期间的总数；少于已报数的须写理由'))
    .requiredOption('--count <n>', '作出决定的总数', asWhole)
    .action(
      run(async (set: string, options: Indicators.WordOptions & { count: number }) =>
        (await load()).declare(environment, set, options),
      ),
    );
  word(indicator.command('zero <set>').description('零报告：这一期间没有报送事项')).action(
    run(async (set: string, options: Indicators.WordOptions) => (await load()).zero(environment, set, options)),
  );
  word(indicator.command('waive <set>').description('豁免一个单位的报送（区信用办，须写理由）')).action(
    run(async (set: string, options: Indicators.WordOptions) => (await load()).waive(environment, set, options)),
  );
  word(indicator.command('revoke <set>').description('撤销申报或零报告（须写理由）'))
    .option('--waiver', '撤销的是豁免，由区信用办办理')
    .action(
      run(async (set: string, options: Indicators.WordOptions & { waiver?: boolean }) =>
        (await load()).revoke(environment, set, options),
      ),
    );
}

function asked(command: Command): Command {
  return command.option('--period <period>', PERIOD, asText).option('--unit <code>', UNIT, asText).addOption(json());
}

function word(command: Command): Command {
  return command
    .requiredOption('--unit <code>', UNIT, asText)
    .requiredOption('--dataset <id>', '数据集，如 licence、penalty', asText)
    .requiredOption('--period <period>', '期间，如 2021-05', asText)
    .requiredOption('--name <name>', '经办人姓名', asText)
    .option('--reason <text>', '理由', asText)
    .addOption(json());
}

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}
