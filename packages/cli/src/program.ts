/** The commands with their options. A command's code is loaded when it is run: help and due days need no database driver. */
import { Command, CommanderError, Option } from 'commander';
import { addAccountCommands } from './account-program.ts';
import { addAttachmentCommands } from './attachment-program.ts';
import { asDay, asFraction, asText, asWhole } from './arguments.ts';
import type { CheckOptions } from './commands/check.ts';
import type { due } from './commands/due.ts';
import type { GenerateOptions } from './commands/generate.ts';
import type { RotateOptions } from './commands/keys.ts';
import type { RecordOptions } from './commands/record.ts';
import type { ByWhomOptions, JoinOptions } from './commands/subject.ts';
import type { SubmitOptions } from './commands/submit.ts';
import type { TemplateOptions } from './commands/template.ts';
import type { Environment } from './environment.ts';
import { addConcealmentCommands } from './concealment-program.ts';
import { addAuditCommands } from './audit-program.ts';
import { addBackupCommands } from './backup-program.ts';
import { addBulletinCommands } from './bulletin-program.ts';
import { addForwardCommands } from './forward-commands.ts';
import { addIndicatorCommands } from './indicator-program.ts';
import { addInstrumentCommands } from './instrument-program.ts';
import { EXIT, failure } from './exit.ts';
import type { Answer } from './exit.ts';
import { addNoticeCommands } from './notice-program.ts';
import type { Output } from './output.ts';
import { addPlanCommands } from './plan-program.ts';
import { addTaskCommands } from './task-program.ts';
import { addPublicityCommands } from './publicity-program.ts';
import { addSupervisionCommands } from './supervision-program.ts';
import { helpRemark, helpTitle, usageFailure } from './usage.ts';
import { versionOf } from './version.ts';

/** Runs one command line (without the program's name) and tells its exit code. Never throws. */
export async function runLine(
  environment: Environment,
  line: readonly string[],
  output: Output,
  exit: (code: number) => void,
): Promise<void> {
  const program = programOf(environment, async (answer, isJson) => {
    // Whoever broke it off has been answered.
    if (environment.interrupts.isInterrupted()) return;
    exit(answer.exit);
    await output.answer(answer, isJson);
  });
  try {
    await program.parseAsync([...line], { from: 'user' });
  } catch (thrown) {
    if (thrown instanceof CommanderError) await endUsage(thrown, line, output, exit);
    else await endFault(thrown, environment, line, output);
  }
}

async function endUsage(
  error: CommanderError,
  line: readonly string[],
  output: Output,
  exit: (code: number) => void,
): Promise<void> {
  exit(error.exitCode === 0 ? EXIT.done : EXIT.unusable);
  // Help is its own answer.
  if (error.exitCode === 0 || error.code === 'commander.help') return;
  await output.answer(failure(EXIT.unusable, usageFailure(error.message)), line.includes('--json'));
}

/** A bug, or something no sentence foresees. What it left open must not keep the process. */
async function endFault(thrown: unknown, { interrupts }: Environment, line: readonly string[], output: Output): Promise<void> {
  if (interrupts.isInterrupted()) return;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  const problem = { code: 'fault', message: '程序出错，未完成的内容没有写入。请把下面的信息交给管理员。', detail };
  const isJson = line.includes('--json');
  if (isJson) output.log(detail);
  await output.answer(failure(EXIT.fault, problem), isJson);
  process.exit(EXIT.fault);
}

type Settle = (answer: Answer, isJson: boolean) => Promise<void>;

function programOf(environment: Environment, settle: Settle): Command {
  const run = runner(settle);
  const program = new Command('xincheng').description('信城：公共信用平台 · the public-credit platform of a district');
  program.exitOverride().configureOutput({ outputError: () => undefined });
  program.configureHelp({ styleTitle: helpTitle, styleOptionDescription: helpRemark, styleUsage: (usage) => usage });
  program.helpOption('-h, --help', '显示用法').helpCommand('help [command]', '显示一个命令的用法');
  program.version(versionOf(environment.root), '-V, --version', '显示版本');
  addFileCommands(program, environment, run);
  addReadingCommands(program, environment, run);
  addPublicityCommands(program, environment, run, json);
  addNoticeCommands(program, environment, run, json);
  addAttachmentCommands(program, environment, run, json);
  addSubjectCommands(program, environment, run);
  addForwardCommands(program, environment, run);
  addConcealmentCommands(program, environment, run);
  addBulletinCommands(program, environment, run, json);
  addPlanCommands(program, environment, run);
  addTaskCommands(program, environment, run);
  addIndicatorCommands(program, environment, run);
  addAuditCommands(program, environment, run);
  addBackupCommands(program, environment, run);
  addSupervisionCommands(program, environment, run);
  addInstrumentCommands(program, environment, run, json);
  addAccountCommands(program, environment, run, json);
  addOperatingCommands(program, environment, run);
  return program;
}

/** An action whose answer is printed as text, or with --json as one line. */
function runner(settle: Settle) {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- commander hands arguments over untyped; A is what the command declares
  return <A extends unknown[]>(command: (...args: A) => Promise<Answer>) =>
    async (...args: unknown[]): Promise<void> => {
      const options = args
        .findLast((argument): argument is Command => argument instanceof Command)
        ?.optsWithGlobals<{ json?: boolean }>();
      await settle(await command(...(args as A)), options?.json === true);
    };
}

/** Makes an action of a command. */
export type Run = ReturnType<typeof runner>;

function json(): Option {
  return new Option('--json', '最后一行输出 JSON');
}

function dataset(): Option {
  return new Option('--dataset <id>', '数据集，如 licence、penalty').argParser(asText).makeOptionMandatory();
}

const SHEET = '工作簿里要读的工作表；缺省为表头相符的那一张';
const UNIT = '报送单位的编号、统一社会信用代码或名称，见 xincheng units';

function addFileCommands(program: Command, environment: Environment, run: Run): void {
  program
    .command('check <file>')
    .description('不连服务器，先查一遍文件；有会被退回的行时，退出码为 3')
    .addOption(dataset())
    .option('--unit <code>', UNIT, asText)
    .option('--sheet <name>', SHEET, asText)
    .addOption(json())
    .action(
      run(async (file: string, options: CheckOptions) => (await import('./commands/check.ts')).check(environment, file, options)),
    );
  program
    .command('submit <file>')
    .description('提交文件，取得回执与标注结果；全部退回时，退出码为 3')
    .addOption(dataset())
    .requiredOption('--unit <code>', UNIT, asText)
    .option('--sheet <name>', SHEET, asText)
    .option('--result <file>', '标注结果写到哪里，扩展名 .xlsx 或 .csv 决定形式；缺省为原文件旁边的 .result.xlsx', asText)
    .addOption(json())
    .action(
      run(async (file: string, options: SubmitOptions) =>
        (await import('./commands/submit.ts')).submit(environment, file, options),
      ),
    );
  program
    .command('template')
    .description('取得某一数据集的空表：--out 以 .xlsx 结尾的是工作簿，否则是带示例行的 CSV')
    .addOption(dataset())
    .option('--out <file>', '写到文件', asText)
    .addOption(json())
    .action(run(async (options: TemplateOptions) => (await import('./commands/template.ts')).template(environment, options)));
  program
    .command('generate')
    .description('生成虚构而逼真的数据')
    .addOption(dataset())
    .requiredOption('--rows <n>', '行数', asWhole)
    .option('--seed <n>', '种子；种子和日期相同，内容就相同', asWhole, 1)
    .option('--bad <fraction>', '有意写错的比例', asFraction, 0)
    .option('--unit <code>', UNIT, asText)
    .addOption(new Option('--header <kind>', '表头用中文名还是代码').choices(['names', 'codes']).default('names'))
    .requiredOption('--out <file>', '写到文件', asText)
    .addOption(json())
    .action(run(async (options: GenerateOptions) => (await import('./commands/generate.ts')).generate(environment, options)));
}

function addReadingCommands(program: Command, environment: Environment, run: Run): void {
  program
    .command('record [id]')
    .description('查看记录：一条、某一时刻、各版本，或列表')
    .option('--as-of <instant>', '当时的版本：日期（指当日终了），或带时区的时刻', asText)
    .option('--versions', '所有版本')
    .option('--subject <key>', '某一主体的记录', asText)
    .option('--dataset <id>', '某一数据集的记录', asText)
    .option('--unit <code>', '只看某一单位', asText)
    .option('--limit <n>', '最多几条', asWhole, 20)
    .addOption(json())
    .action(
      run(async (id: string | undefined, options: RecordOptions) =>
        (await import('./commands/record.ts')).record(environment, id, options),
      ),
    );
  program
    .command('due')
    .description('算期限，逐日列出依据')
    .option('--deadline <id>', '期限编号，如 objection.close', asText)
    .option('--jurisdiction <id>', '适用范围；缺省为本区适用的第一个', asText)
    .option('--days <n>', '天数', asWhole)
    .addOption(new Option('--unit <unit>', '日的种类').choices(['working-day', 'natural-day']))
    .requiredOption('--from <day>', '起算日，YYYY-MM-DD', asDay)
    .option('--roll', '末日逢休息日顺延')
    .addOption(json())
    .action(run(async (options: Parameters<typeof due>[1]) => (await import('./commands/due.ts')).due(environment, options)));
  program
    .command('catalog')
    .description('信息目录：归集什么、依据、谁提供、公开和共享属性')
    .addOption(json())
    .action(run(async () => (await import('./commands/catalog.ts')).catalog(environment)));
  program
    .command('units [text]')
    .description('列出本区单位，或名称、编号、代码中有这些字的')
    .addOption(json())
    .action(run(async (text: string | undefined) => (await import('./commands/units.ts')).units(environment, text ?? '')));
}

function addSubjectCommands(program: Command, environment: Environment, run: Run): void {
  const subject = program
    .command('subject')
    .description('主体：按代码、全称或曾用名查看，合并，撤销合并')
    .argument('<text>', '代码、主体编号、全称或曾用名')
    .addOption(json())
    .action(run(async (text: string) => (await import('./commands/subject.ts')).subject(environment, text)));
  const byWhom = (command: Command): Command =>
    command
      .requiredOption('--reason <text>', '理由', asText)
      .requiredOption('--by <name>', '经办人姓名', asText)
      .addOption(json());
  const joining = subject
    .command('join <from> <into>')
    .description('把一个主体并入另一个')
    .option('--rectify', '重错码更正：两个主体在法人库中都存续时才需要')
    .option('--document <number>', '更正所依据文件的文号', asText);
  byWhom(joining).action(
    run(async (from: string, into: string, options: JoinOptions) =>
      (await import('./commands/subject.ts')).join(environment, from, into, options),
    ),
  );
  byWhom(subject.command('undo <from>').description('撤销一个主体的合并')).action(
    run(async (from: string, options: ByWhomOptions) => (await import('./commands/subject.ts')).undo(environment, from, options)),
  );
}

function addOperatingCommands(program: Command, environment: Environment, run: Run): void {
  program
    .command('serve')
    .description('启动平台，直到被停止')
    .addOption(json())
    .action(
      run(async (options: { json?: boolean }) => (await import('./commands/serve.ts')).serve(environment, options.json === true)),
    );
  program
    .command('doctor')
    .description('检查安装是否健全')
    .addOption(json())
    .action(run(async () => (await import('./commands/doctor.ts')).doctor(environment, process.version)));
  const keys = program.command('keys').description('密钥：列出、更换');
  keys
    .command('list')
    .description('列出密钥的编号和日期')
    .addOption(json())
    .action(run(async () => (await import('./commands/keys.ts')).listAll(environment)));
  keys
    .command('rotate')
    .description('更换密钥，并用新密钥重做已有的内容；须先停止服务')
    .option('--seal', '更换加密密钥，重新加密证件号码等内容')
    .option('--blind', '更换查找密钥，重建按证件号码查找的索引')
    .option('--algorithm <name>', '新加密密钥的算法', asText)
    .addOption(json())
    .action(run(async (options: RotateOptions) => (await import('./commands/keys.ts')).rotate(environment, options)));
}
