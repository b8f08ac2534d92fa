/** `xincheng backup` and `restore`: the whole installation into a folder, and back into an empty one. */
import { join, resolve } from 'node:path';
import { backUp, restoreBackup } from '@xincheng/usecases/backup';
import type { BackupManifest, BackupProgress, Restored } from '@xincheng/usecases/backup';
import { keysFolderOf } from '@xincheng/usecases/sealing';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { withPlatform } from '../platform.ts';
import { showProgress } from '../progress.ts';
import type { ProgressView } from '../progress.ts';
import { versionOf } from '../version.ts';

export interface BackupCommandOptions {
  readonly out: string;
  readonly withKeys?: boolean;
}

const BROKEN_OFF = '备份已中断，没有留下备份。';
const RESTORE_BROKEN_OFF = '恢复已中断，这个安装还不能启动。请把同一条命令再执行一次，它会重新做完。';

/** Makes a backup while everything else goes on. */
export async function backup(environment: Environment, { out, withKeys = false }: BackupCommandOptions): Promise<Answer> {
  return withPlatform(environment, { onInterrupt: BROKEN_OFF }, async (platform) => {
    const place = resolve(out);
    const view = progressOf(environment);
    const made = await backUp(platform, localContext(environment, []), {
      place,
      program: versionOf(environment.root),
      withKeys,
      onProgress: view.tell,
    });
    view.stop();
    return made.ok ? backedUp(place, made.value) : failure(EXIT.unusable, made.error);
  });
}

function backedUp(place: string, manifest: BackupManifest): Answer {
  const { tables, files, hasKeys, missing } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const kept = files.filter(({ path }) => path.startsWith('files/')).length;
  const lines = [
    `备份已写到 ${place}：${String(tables.length)} 个表，${rows.toLocaleString('zh')} 行，${kept.toLocaleString('zh')} 个收到的文件。`,
    hasKeys
      ? '注意：这份备份含有密钥。谁拿到它，谁就能打开全部证件号码和收到的文件；请像密钥一样保管，不要与其他备份放在一起。'
      : '备份不含密钥。没有密钥，加密的证件号码和收到的文件永远打不开；请另行备份数据目录里的 keys/keys.json，放在别处。',
    ...(missing.length > 0
      ? [`有 ${String(missing.length)} 个收到的文件不在数据目录里，没有备份到，例如 ${missing[0] ?? ''}。请查明原因。`]
      : []),
  ];
  return {
    exit: missing.length > 0 ? EXIT.fault : EXIT.done,
    text: lines.join('\n'),
    json: { place, rows, receivedFiles: kept, ...manifest },
  };
}

/** Takes a backup back. The platform is not opened: there is none yet. */
export async function restore(environment: Environment, backupPlace: string): Promise<Answer> {
  const { root, home, databaseUrl, log, interrupts } = environment;
  const view = progressOf(environment);
  let end = (): Promise<void> => Promise.resolve();
  const forget = interrupts.onInterrupt(RESTORE_BROKEN_OFF, () => end());
  try {
    const restored = await restoreBackup({
      place: resolve(backupPlace),
      home,
      databaseUrl,
      migrationsDir: join(root, 'packages/store/migrations'),
      log,
      onProgress: view.tell,
      onOpen: (close) => {
        end = () => close({ isUrgent: true });
      },
    });
    view.stop();
    return restored.ok ? answerOf(home, restored.value) : failure(EXIT.unusable, restored.error);
  } finally {
    view.stop();
    forget();
  }
}

function answerOf(home: string, { manifest, rows, keys, audit }: Restored): Answer {
  const { tables, madeAt } = manifest;
  const folder = keysFolderOf(home);
  const { isSound, events, faultCount, head, faults } = audit;
  const lines = [
    `已恢复 ${madeAt} 的备份：${String(tables.length)} 个表，${rows.toLocaleString('zh')} 行，逐表核对与备份相同。`,
    isSound
      ? `审计链完好，共 ${events.toLocaleString('zh')} 个事件${head === null ? '' : `，链头 ${head.hash}`}。`
      : `审计链有 ${String(faultCount)} 处问题，做备份时就有，请用 xincheng audit verify 查看。第一处：${faults[0]?.message ?? ''}`,
    {
      'from-backup': `密钥已从备份恢复到 ${folder}。`,
      'in-place': '数据目录里原有的密钥与备份配套。',
      absent: `没有密钥：平台还不能启动，加密的证件号码和收到的文件都打不开。请把配套的 keys.json 放进 ${folder}（权限 600）。`,
    }[keys],
  ];
  return {
    exit: isSound ? EXIT.done : EXIT.refused,
    text: lines.join('\n'),
    json: { madeAt, tables: tables.length, rows, keys, audit },
  };
}

interface BackupView {
  readonly tell: (progress: BackupProgress) => void;
  readonly stop: () => void;
}

/** How much there is to do is known once it has begun; checking and restoring are two runs of the bar. */
function progressOf(environment: Environment): BackupView {
  let view: ProgressView | null = null;
  let stage: BackupProgress['stage'] | null = null;
  return {
    tell: (progress) => {
      if (stage !== progress.stage) {
        view?.stop();
        view = showProgress(environment, progress.total);
        stage = progress.stage;
      }
      view?.update(progress);
    },
    stop: () => {
      view?.stop();
      view = null;
    },
  };
}
