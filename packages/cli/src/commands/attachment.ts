/** `xincheng attachment …`: files that belong to something. */
import { stat, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { attachFile, readAttachment, readAttachments } from '@xincheng/usecases/attachments';
import type { AttachmentView } from '@xincheng/usecases/attachments';
import type { Environment } from '../environment.ts';
import { EXIT, failure } from '../exit.ts';
import type { Answer } from '../exit.ts';
import { withUnit } from '../platform.ts';
import { tableText } from '../table.ts';

export interface OwnerOptions {
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly unit?: string;
}

export interface GetOptions {
  readonly out: string;
  readonly unit?: string;
}

/** Attaches a file. */
export async function add(
  environment: Environment,
  file: string,
  options: OwnerOptions & { readonly unit: string },
): Promise<Answer> {
  const path = resolve(file);
  if (!(await isFile(path)))
    return failure(EXIT.unusable, { code: 'missing-file', message: `没有文件“${file}”，或它不是普通文件。请核对路径。` });
  return withUnit(environment, options.unit, async (platform, context, unitId) => {
    const { ownerKind, ownerId } = options;
    const attached = await attachFile(platform, context, {
      ownerKind,
      ownerId,
      unitId: unitId ?? '',
      fileName: basename(path),
      path,
    });
    if (!attached.ok) return failure(EXIT.unusable, attached.error);
    const { id, fileName, isRepeat, scan } = attached.value;
    const done = isRepeat ? '此前已添加过' : '已添加';
    const text = `${done}：${fileName}（${id}）${scan === 'clean' ? '' : '，未做病毒扫描'}`;
    return { exit: EXIT.done, text, json: plain(attached.value) };
  });
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Lists the files of an owner. */
export async function list(environment: Environment, { unit, ownerKind, ownerId }: OwnerOptions): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context) => {
    const files = await readAttachments(platform, context, ownerKind, ownerId);
    const rows = files.map((one) => [
      one.id,
      one.fileName,
      String(one.bytes),
      one.scan === 'clean' ? '已扫描' : '未扫描',
      one.keepUntil,
    ]);
    const text = rows.length === 0 ? '没有附件。' : tableText(['编号', '文件', '字节', '病毒扫描', '保管至'], rows);
    return { exit: EXIT.done, text, json: files.map(plain) };
  });
}

/** Takes a file out; never over another. */
export async function get(environment: Environment, id: string, { out, unit }: GetOptions): Promise<Answer> {
  return withUnit(environment, unit, async (platform, context) => {
    const read = await readAttachment(platform, context, id);
    if (!read.ok) return failure(EXIT.unusable, read.error);
    try {
      await writeFile(resolve(out), read.value.bytes, { mode: 0o600, flag: 'wx' });
    } catch (thrown) {
      const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);
      const message = `没有写成“${out}”（${reason}）。请换一个还没有的文件名，或检查文件夹的权限。`;
      return failure(EXIT.unusable, { code: 'file-not-written', message });
    }
    return { exit: EXIT.done, text: `已写到 ${out}`, json: { ...plain(read.value.attachment), file: resolve(out) } };
  });
}

/** JSON has no whole numbers of any size. */
function plain<T extends AttachmentView>(view: T): Omit<T, 'bytes'> & { readonly bytes: number } {
  return { ...view, bytes: Number(view.bytes) };
}
