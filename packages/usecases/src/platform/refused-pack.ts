/** A pack with faults, told to whoever starts the program. */
import type { PackRefusal } from '../standards/index.ts';

const SHOWN = 10;

/** One sentence, and the first ten faults with file and line. */
export function refusedPack({ problems }: PackRefusal): {
  readonly code: string;
  readonly message: string;
  readonly detail: string;
} {
  const lines = problems.slice(0, SHOWN).map((problem) => `${problem.file}:${String(problem.line)} ${problem.reason}`);
  return {
    code: 'standards-refused',
    message: `标准或区县数据包有 ${String(problems.length)} 处错误，系统没有启动。`,
    detail: lines.join('\n'),
  };
}
