/** An import session without a register: everything is new, nothing is written. For checking a file before it is sent. */
import type { ImportSession, Probe } from '@xincheng/store/intake';
import { lengthOfBinaryArray } from './binary-array.ts';

type OfflineSession = Omit<ImportSession, 'merge'>;

/** Collects issues as JSON lines into `onIssues`. */
export function offlineSession(onIssues: (lines: string) => void): OfflineSession {
  return {
    probe: (ids) => Promise.resolve(allNew(ids)),
    known: (_, ids) => Promise.resolve(new Set(ids)),
    hasRegister: false,
    subjects: () => Promise.resolve([]),
    openWaits: () => Promise.resolve(new Set<string>()),
    stageRows: () => Promise.resolve(),
    stageIssues: (lines) => {
      onIssues(Buffer.from(lines).toString('utf8'));
      return Promise.resolve();
    },
    unstage: () => Promise.resolve(),
    ignoreReplaced: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function allNew(ids: Uint8Array): Probe[] {
  return Array.from({ length: lengthOfBinaryArray(ids) }, (_, index) => ({
    ord: index + 1,
    verdict: 1,
    others: 0,
    target: null,
  }));
}
