/** Texts by which units are told: they are there, go out by some way, and say no more than is known. */
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** A check of one text of an engine that knows these words. */
export function noticeCheck(
  notices: PackContent['notices'],
  known: readonly string[],
  report: Report,
): (owner: object, path: readonly string[], id: string) => void {
  return (owner, path, id) => {
    const notice = notices.get(id);
    if (notice?.channels === undefined) report(owner, path, 'unknown-notice', `没有可以发给单位的通知 ${id}（须写明 channels）。`);
    const strange = notice?.placeholders.find((word) => !known.includes(word));
    if (strange !== undefined) report(owner, path, 'unknown-placeholder', `通知 ${id} 用到的 {${strange}} 在这里没有。可用的有：${known.join('、')}。`);
  };
}
