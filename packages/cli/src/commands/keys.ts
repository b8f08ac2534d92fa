/** `xincheng keys`: what keys there are, and changing them. */
import { rotateKeys, listKeys } from '@xincheng/usecases/keys';
import type { KeyUse, Rotation, RotationProgress } from '@xincheng/usecases/keys';
import { keysFolderOf, loadKeyRing, SEAL_ALGORITHMS } from '@xincheng/usecases/sealing';
import { localContext } from '../environment.ts';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { sealAlgorithmOf, withPlatform } from '../platform.ts';
import { localTime } from '../local-time.ts';
import { tableText } from '../table.ts';

const USES: Readonly<Record<KeyUse, string>> = {
  seal: '加密',
  blind: '查找',
  row: '比对行（不更换）',
  subject: '区分自然人（不更换）',
};

/** Lists ids, uses and dates; the keys themselves are never shown. */
export async function listAll({ home }: Environment): Promise<Answer> {
  const ring = await loadKeyRing(keysFolderOf(home));
  if (!ring.ok) return failure(EXIT.fault, ring.error);
  const keys = listKeys(ring.value);
  const table = tableText(
    ['编号', '用途', '算法', '状态', '生成时间'],
    keys.map(({ id, use, algorithm, isActive, createdAt }) => [
      id,
      USES[use],
      algorithm ?? '',
      isActive ? '在用' : '停用',
      localTime(createdAt),
    ]),
  );
  return { exit: EXIT.done, text: table, json: keys };
}

export interface RotateOptions {
  readonly seal?: boolean;
  readonly blind?: boolean;
  readonly algorithm?: string;
}

const INTERRUPTED = '已中断。数据完好：新旧密钥都在密钥文件里。再执行一次同一命令，会接着做完，不再另加密钥。';

/** Changes one of the two keys. The algorithm is the one named, else the one set for the installation, else stays. */
export async function rotate(
  environment: Environment,
  { seal = false, blind = false, algorithm }: RotateOptions,
): Promise<Answer> {
  if (seal === blind) return unusable('say-which', '请说明更换哪一把密钥：--seal（加密）或 --blind（查找），二者取一。');
  if (blind && algorithm !== undefined)
    return unusable('say-which', '--algorithm 只与 --seal 一起使用；查找密钥的算法随加密密钥。');
  const preset = sealAlgorithmOf(environment);
  if (!preset.ok) return preset.error;
  const named = SEAL_ALGORITHMS.find((known) => known === algorithm);
  if (algorithm !== undefined && named === undefined)
    return unusable('unknown-seal-algorithm', `没有算法“${algorithm}”：应为 ${SEAL_ALGORITHMS.join(' 或 ')}。`);
  return withPlatform(environment, { isAlone: true, onInterrupt: INTERRUPTED }, async (platform) => {
    const onProgress = progressLines(environment);
    const rotated = await rotateKeys(platform, localContext(environment, []), seal ? 'seal' : 'blind', {
      algorithm: named ?? preset.value,
      onProgress,
    });
    return rotated.ok ? answerOf(rotated.value) : failure(EXIT.fault, rotated.error);
  });
}

function unusable(code: string, message: string): Answer {
  return failure(EXIT.unusable, { code, message });
}

const LINE_EVERY_MS = 3000;
const STAGES: Readonly<Record<RotationProgress['stage'], string>> = {
  values: '重新加密，已完成行数',
  files: '重新加密收到的文件，已完成个数',
  index: '重建索引，已完成行数',
};

function progressLines({ now, log }: Environment): (progress: RotationProgress) => void {
  let last = now().getTime();
  return ({ stage, done }) => {
    if (now().getTime() - last < LINE_EVERY_MS) return;
    last = now().getTime();
    log(`${STAGES[stage]}：${done.toLocaleString('zh')}`);
  };
}

const SHOWN = 10;

function answerOf(rotation: Rotation): Answer {
  const { which, keyId, algorithm, isResumed, rows, files, unreadable } = rotation;
  const lines = [
    isResumed
      ? `接着做完了上次的更换，在用的${USES[which]}密钥是 ${keyId}（${algorithm}）。`
      : `新的${USES[which]}密钥是 ${keyId}（${algorithm}）。`,
    which === 'seal'
      ? `重新加密 ${rows.toLocaleString('zh')} 行、${String(files)} 个收到的文件。`
      : `重建 ${rows.toLocaleString('zh')} 行的索引。`,
    '旧密钥仍留在密钥文件里：以前的备份要用它。请现在就另行备份密钥文件，再启动服务。',
  ];
  if (unreadable.length > 0) lines.push(`有 ${String(unreadable.length)} 处内容用现有密钥解不开，保持原样：`);
  for (const { place, key, field } of unreadable.slice(0, SHOWN))
    lines.push(`  ${place} ${key}${field === null ? '' : ` ${field}`}`);
  return { exit: unreadable.length > 0 ? EXIT.fault : EXIT.done, text: lines.join('\n'), json: rotation };
}
