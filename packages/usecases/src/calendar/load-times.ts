/** Calendar and deadlines alone: a due day is asked for often, and a whole pack takes its time. */
import { compileCalendar } from '@xincheng/core/calendar';
import type { Calendar } from '@xincheng/core/calendar';
import { err, ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { refusedPack } from '../platform/refused-pack.ts';
import { loadTimes } from '../standards/index.ts';
import type { PackDirs } from '../standards/index.ts';
import type { StandardsPack } from '@xincheng/core/standards';
import type { DuePack } from './compute-due.ts';

/** Loads what `computeDue` needs, with the papers behind it; on a fault in these files, a sentence with file and line. */
export async function loadDueStandards(
  dirs: PackDirs,
): Promise<
  Result<
    { readonly pack: DuePack & Pick<StandardsPack, 'instruments'>; readonly calendar: Calendar },
    ReturnType<typeof refusedPack>
  >
> {
  const loaded = await loadTimes(dirs);
  if (!loaded.ok) return err(refusedPack(loaded.error));
  return ok({ pack: loaded.value, calendar: compileCalendar(loaded.value.calendar) });
}
