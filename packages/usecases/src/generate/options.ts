/** What a generator is asked for, and why it may refuse. */
import type { Day } from '@xincheng/core/calendar';
import type { Severity, StandardsPack } from '@xincheng/core/standards';

export interface GenerateOptions {
  readonly pack: Pick<StandardsPack, 'datasets' | 'codeLists' | 'checks' | 'instruments' | 'units' | 'provisions' | 'district'>;
  readonly dataset: string;
  /** The unit that sends the file (its id or its code); absent: the first that must provide the dataset. */
  readonly unit?: string;
  readonly rows: number;
  /** Any whole number; the same seed gives the same file. */
  readonly seed: number;
  /** Share of the rows that are spoilt, 0 to 1. */
  readonly bad: number;
  /** No decision lies behind this day, … */
  readonly today: Day;
  /** … nor before this one; absent: three years back. */
  readonly from?: Day;
  /** Only decisions of the sending unit itself. */
  readonly isOwnOnly?: boolean;
}

/** A row that was spoilt, and what must be found in it. */
export interface SpoiltRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly check: string;
  /** The clause, e.g. `R09.future`. */
  readonly code: string;
  readonly severity: Severity;
}

export type GenerateProblemCode =
  'unknown-dataset' | 'unknown-unit' | 'no-unit' | 'bad-numbers' | 'no-example' | 'no-failing-example' | 'not-written';

/** Why nothing was generated. */
export interface GenerateProblem {
  readonly code: GenerateProblemCode;
  readonly message: string;
}

const SENTENCES: Readonly<Record<GenerateProblemCode, (detail: string) => string>> = {
  'unknown-dataset': (id) => `没有数据集 ${id}。`,
  'unknown-unit': (unit) => `本区没有单位 ${unit}，请用单位编号或统一社会信用代码。`,
  'no-unit': (id) => `没有应当提供数据集 ${id} 的单位，请用 --unit 指定。`,
  'bad-numbers': () => '行数须为不小于 1 的整数，种子须为整数，错误比例须在 0 与 1 之间。',
  'no-example': (id) => `数据集 ${id} 没有能通过全部校验的示例行，无法生成。`,
  'no-failing-example': (id) => `校验规则中没有数据集 ${id} 的反例，无法生成有错误的行。`,
  'not-written': (detail) => `生成的文件没有写成（${detail}），请检查目标目录和磁盘空间。`,
};

/** Makes a refusal with its sentence. */
export function generateProblem(code: GenerateProblemCode, detail: string): GenerateProblem {
  return { code, message: SENTENCES[code](detail) };
}
