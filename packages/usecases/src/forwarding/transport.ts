/** How files get to the city platform and its answers back. The first way is by hand: folders from which somebody takes and into which somebody lays. */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';

/** A file on its way out. */
export interface OutgoingFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One way to the city platform. */
export interface Transport {
  /** Sends a file whole; sent twice under one name, it is one file there. Tells where it now is, or in a word why it is not. */
  readonly send: (file: OutgoingFile) => Promise<Result<string, string>>;
  /** Paths of the answer files that have come, the same again at every call: taking one in twice changes nothing. */
  readonly fetchAnswers: () => Promise<readonly string[]>;
}

/** Where the folders of an installation are. */
export function forwardingFolders(home: { readonly root: string }): { readonly outbox: string; readonly inbox: string } {
  return { outbox: join(home.root, 'forwarding/outbox'), inbox: join(home.root, 'forwarding/inbox') };
}

/** By hand: files are laid into one folder, answers found in another. */
export function folderTransport(outbox: string, inbox: string): Transport {
  return {
    send: async ({ name, bytes }) => {
      const path = join(outbox, name);
      const part = `${path}.${randomBytes(6).toString('hex')}.part`;
      try {
        await mkdir(outbox, { recursive: true, mode: 0o700 });
        await writeFile(part, bytes, { mode: 0o600, flush: true });
        await rename(part, path);
        return ok(path);
      } catch (thrown) {
        await rm(part, { force: true }).catch(() => undefined);
        return err(systemCode(thrown));
      }
    },
    fetchAnswers: async () => {
      const names = await readdir(inbox, { withFileTypes: true }).catch((thrown: unknown) => {
        if (systemCode(thrown) === 'ENOENT') return [];
        throw thrown;
      });
      return names
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ name }) => join(inbox, name))
        .sort();
    },
  };
}

function systemCode(thrown: unknown): string {
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  throw thrown;
}
