export { backUp } from './back-up.ts';
export type { BackupOptions, BackupProgress } from './back-up.ts';
export type { BackupManifest } from './manifest.ts';
export type { BackupCode, BackupProblem } from './problem.ts';
export { restoreBackup } from './restore.ts';
export type { Restored, RestoreOptions } from './restore.ts';
