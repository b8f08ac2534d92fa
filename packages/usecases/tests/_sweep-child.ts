/** A process of its own that sweeps a database in small batches and can be killed. */
import { asDay } from '@xincheng/core/calendar';
import { openDatabase } from '@xincheng/store/connection';
import type { DatabaseOptions } from '@xincheng/store/connection';
import { sweepPublicity, SWEEPER } from '@xincheng/usecases/publicity';

interface Orders extends DatabaseOptions {
  readonly day: string;
  readonly now: string;
  readonly batch: number;
}

const { day, now, batch, ...options } = JSON.parse(process.argv[2] ?? '{}') as Orders;
const database = openDatabase(options);
console.log('ready');
const context = { now: new Date(now), today: asDay(day), actor: SWEEPER };
const { ended } = await sweepPublicity({ database }, context, asDay(day), batch);
console.log(JSON.stringify({ ended }));
await database.close();
