/** SMS as files for a gateway to fetch: one JSON file a message, whole when it has its name. */
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { NoticeTransport } from './transport.ts';

/** Writes into a folder, which is made when it is missing. Sent again, a message has the same name: the gateway sees it once. */
export function fileTransport(folder: string): NoticeTransport {
  return {
    send: async ({ noticeId, to, text, sentAt }) => {
      const path = join(folder, `${noticeId}.json`);
      const part = `${path}.part`;
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeWhole(part, `${JSON.stringify({ id: noticeId, to, text, at: sentAt.toISOString() })}\n`);
        await rename(part, path);
        return ok(path);
      } catch (thrown) {
        await rm(part, { force: true }).catch(() => undefined);
        return err({ kind: 'again', reason: thrown instanceof Error ? thrown.message : String(thrown) });
      }
    },
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
