/** Where an installation keeps what is not in the database. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

export interface Home {
  readonly root: string;
  /** Key files; never part of a backup of the rest. */
  readonly keys: string;
  /** Received files, sealed, named by the hash of their content. */
  readonly files: string;
  /** One folder a batch: what became of its rows. */
  readonly batches: string;
  /** Uploads in progress; emptied at start. */
  readonly temporary: string;
}

/** Why there is no home: a code, one Chinese sentence, the system's own words. */
export interface HomeProblem {
  readonly code: 'home-not-writable' | 'disk-full';
  readonly message: string;
  readonly detail: string;
}

const NOT_OURS = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'];

/** The folders of a home, made when they are missing, readable by their owner only. Throws where they cannot be made. */
export function openHome(root: string): Home {
  const home = {
    root,
    keys: join(root, 'keys'),
    files: join(root, 'files'),
    batches: join(root, 'batches'),
    temporary: join(root, 'tmp'),
  };
  // Root's embedded database server runs as another user, who must get through to its own folder in here.
  mkdirSync(root, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  for (const folder of [home.keys, home.files, home.batches, home.temporary]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  }
  return home;
}

/** As `openHome`, with what an administrator can put right told in a sentence. */
export function tryHome(root: string): Result<Home, HomeProblem> {
  try {
    return ok(openHome(root));
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    const detail = String(thrown);
    if (code === 'ENOSPC') return err({ code: 'disk-full', message: `磁盘空间不足，无法写入数据目录 ${root}。`, detail });
    if (!NOT_OURS.includes(code)) throw thrown;
    return err({
      code: 'home-not-writable',
      message: `数据目录 ${root} 不可写：请检查其属主和权限，或用环境变量 XINCHENG_HOME 另行指定。`,
      detail,
    });
  }
}
