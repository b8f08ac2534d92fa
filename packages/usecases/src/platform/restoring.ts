/** An installation that is being restored: the mark it bears until it is whole. */
import type { PlatformProblem } from './open.ts';

/** Name of the fact. */
export const RESTORING = 'restoring';

/** Said by whoever finds it. */
export const RESTORE_UNFINISHED: PlatformProblem = {
  code: 'restore-unfinished',
  message: '这个安装是从备份恢复到一半的，不能启动。请把同一条 xincheng restore 命令再执行一次，它会重新做完。',
};
