/** Why a backup is not made or not taken back: one code, one Chinese sentence. */
import { err } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

/** Sentences by code; `{word}` is filled in. */
const SENTENCES = {
  'backup-office-only': '备份由区信用办的管理员办理，您的单位不能办理。',
  'backup-exists': '{place} 已经存在，没有备份。请换一个名称，或先移走原来的。',
  'backup-place': '不能在 {place} 写备份（{reason}）。请检查文件夹是否存在、权限和磁盘空间。',
  'not-a-backup':
    '{place} 不是完整的备份：里面没有可读的 manifest.json（没有做完的备份也是这样）。没有恢复任何数据，请另选一份。',
  'backup-format': '备份的格式是第 {found} 版，本程序只认第 {known} 版。没有恢复任何数据，请用做备份的程序（{program}）恢复。',
  'backup-damaged': '备份已损坏：{file} 缺失，或内容与清单不符。没有恢复任何数据，请另选一份完好的备份。',
  'backup-other-version':
    '备份是另一版本的程序（{program}）做的，数据库结构不同（{difference}）。没有恢复任何数据，请用那一版本恢复，再升级。',
  'backup-other-keys': '数据目录里的密钥文件不是这份备份的。没有恢复任何数据，请放入与备份配套的 keys.json，或先移走它。',
  'target-not-empty': '只能恢复到空的安装里，而{what}已有内容。没有恢复任何数据，请另指定数据目录和数据库。',
  'restore-differs': '恢复后的内容与备份不一致（{what}），已全部撤回，平台不会用它启动。请把这一情况告诉管理员。',
} as const;

export type BackupCode = keyof typeof SENTENCES;

export interface BackupProblem {
  readonly code: BackupCode;
  readonly message: string;
}

/** Makes a problem with its sentence. */
export function backupProblem(code: BackupCode, words: Readonly<Record<string, string>> = {}): Result<never, BackupProblem> {
  return err({ code, message: SENTENCES[code].replace(/\{(\w+)\}/gu, (_, word: string) => words[word] ?? '') });
}
