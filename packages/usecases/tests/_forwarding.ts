/** What the tests of forwarding share: many licences in the register, and the city's side of the exchange. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayOf } from '@xincheng/core/calendar';
import { ok } from '@xincheng/core/result';
import type { Result } from '@xincheng/core/result';
import { handBatch, importAnswer, makeBatches } from '@xincheng/usecases/forwarding';
import type { TakenAnswer, Transport } from '@xincheng/usecases/forwarding';
import type { ActContext } from '@xincheng/usecases/identity';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { openDesk } from './_intake.ts';
import type { Desk, RowSpec } from './_intake.ts';

export const FIRST = '2021-05-06T10:00';

/** A licence by number. */
export function licence(number: number, remark = ''): RowSpec {
  return { set: { number: `济历城审许〔2021〕${String(number)}号`, remark } };
}

/** Licences by number, from 1. */
export function licences(count: number, remark = ''): RowSpec[] {
  return Array.from({ length: count }, (_, index) => licence(index + 1, remark));
}

/** The credit office at a local time of Shanghai. */
export function officeAt(local: string): ActContext {
  const now = new Date(`${local.length === 16 ? `${local}:00` : local}+08:00`);
  return { now, today: dayOf(now), actor: { id: '信用办', scope: 'all', units: [], subjects: [] } };
}

/** The value of what must succeed. */
export function done<T>(result: Result<T, { readonly message: string }>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** A line of an answer, by the headers of the receipt. */
export type Line = Readonly<Record<string, string>>;

/** The city: takes files, answers them row by row. */
export class City {
  readonly desk: Desk;
  /** Files taken, by name. */
  readonly files = new Map<string, Uint8Array>();
  readonly transport: Transport;
  #answers = 0;

  constructor(desk: Desk) {
    this.desk = desk;
    this.transport = {
      send: ({ name, bytes }) => {
        this.files.set(name, bytes);
        return Promise.resolve(ok(name));
      },
      fetchAnswers: () => Promise.resolve([]),
    };
  }

  /** Makes what is due at a time and hands it over; numbers of the batches. */
  async forward(at: string, dataset = 'licence'): Promise<string[]> {
    const made = done(await makeBatches(this.desk.platform, officeAt(at), dataset));
    for (const { number } of made) done(await handBatch(this.desk.platform, officeAt(at), number, this.transport));
    return made.map(({ number }) => number);
  }

  /** Rows of a batch as the city reads them. */
  rows(number: string): Record<string, string>[] {
    const bytes = this.files.get(`${number}.csv`);
    if (bytes === undefined) throw new Error(`the city has no ${number}`);
    return parse(new TextDecoder('gb18030', { fatal: true }).decode(bytes), { columns: true });
  }

  /** Lines of a receipt for all rows of a batch, those refused for which `why` has words. */
  receipt(number: string, why: (row: Record<string, string>) => string | null = () => null, time = ''): Line[] {
    return this.rows(number).map((row) => {
      const reason = why(row);
      return {
        批次号: number,
        行号: row['行号'] ?? '',
        处理状态: reason === null ? '入库成功' : '入库失败',
        错误代码: reason === null ? '' : '1001',
        错误原因: reason ?? '',
        接收时间: time,
      };
    });
  }

  /** Writes lines as the city's file. */
  async file(lines: readonly Line[]): Promise<string> {
    this.#answers += 1;
    const path = join(this.desk.folder, `answer-${String(this.#answers)}.csv`);
    await writeFile(path, stringify([...lines], { header: true }));
    return path;
  }

  /** Takes in a file; what it brought or the code of the refusal. */
  async take(path: string, at: string, batch: string | null = null): Promise<TakenAnswer | string> {
    const taken = await importAnswer(this.desk.platform, officeAt(at), { path, fileName: '回执.csv', batch });
    return taken.ok ? taken.value : taken.error.code;
  }

  /** Writes lines as a file and takes it in. */
  async answer(lines: readonly Line[], at: string, batch: string | null = null): Promise<TakenAnswer | string> {
    return this.take(await this.file(lines), at, batch);
  }

  /** Everything that forwarding has written down. */
  async written(): Promise<string> {
    const hash = createHash('sha256');
    for (const table of ['forward_batch', 'forward_item', 'forward_answer', 'credit_record_forwarding'])
      hash.update(JSON.stringify(await this.desk.rows(`select t::text from ${table} t order by 1`)));
    return hash.digest('hex');
  }
}

/** A desk with a city behind it. */
export async function openCity(): Promise<City> {
  return new City(await openDesk());
}

/** An empty register and an empty city. */
export async function emptied(city: City): Promise<void> {
  await city.desk.empty();
  city.files.clear();
}
