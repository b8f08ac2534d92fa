/** A platform with its HTTP application, and ways to call it. */
import { developmentToken } from '@xincheng/usecases/identity';
import type { Platform } from '@xincheng/usecases/platform';
import { testPlatform } from '@xincheng/testkit/platform';
import { buildServer } from '../src/app.ts';
import type { ServerOptions } from '../src/app.ts';
import type { App } from '../src/http/parts.ts';

/** The units under whose names the example rows stand, and one more. */
export const LICENSOR = 'lc-shili-sp';
export const REGULATOR = 'lc-shili-sc';

export type Answer = Awaited<ReturnType<App['inject']>>;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer | object;
  /** Acts for this unit only. */
  readonly unit?: string;
  /** Null sends none. */
  readonly token?: string | null;
}

export interface World {
  readonly platform: Platform;
  readonly app: App;
  readonly token: string;
  /** What the operator was told. */
  readonly lines: string[];
  /** The instant at which requests arrive. */
  readonly clock: { now: Date };
  readonly call: (call: Call) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

/** Opens one at 10:00 on 6 May 2021. */
export async function openWorld(
  options: Partial<ServerOptions> = {},
  standardsDir?: string,
  districtDir?: string,
): Promise<World> {
  const platform = await testPlatform(standardsDir, districtDir);
  const lines: string[] = [];
  const clock = { now: new Date('2021-05-06T10:00:00+08:00') };
  const app = await buildServer(platform, { now: () => clock.now, log: (line) => lines.push(line), ...options });
  const token = (await developmentToken(platform.home, platform.pack.district)) ?? '';
  const close = async (): Promise<void> => {
    await app.close();
    await platform.close();
  };
  return { platform, app, token, lines, clock, call: (call) => app.inject(requestOf(call, token)), close };
}

/** What is injected for a call. */
export function requestOf({ method = 'GET', url, headers = {}, payload, unit, token }: Call, worldToken: string) {
  const credentials = token === null ? {} : { authorization: `Bearer ${token ?? worldToken}` };
  const narrowed = unit === undefined ? {} : { 'xincheng-unit': unit };
  return { method, url, headers: { ...credentials, ...narrowed, ...headers }, ...(payload === undefined ? {} : { payload }) };
}

export type Cells = Record<string, string>;

/** Values of the dataset's first example about an organisation, with some changed. */
export function exampleCells(platform: Platform, dataset: string, changed: Cells = {}): Cells {
  const example = platform.pack.datasets.get(dataset)?.examples.find(({ kind }) => kind === 'legal');
  if (example === undefined) throw new Error(`no example in ${dataset}`);
  return { ...example.values, ...changed };
}

/** Licences of the licensing unit, one a number. */
export function licences(platform: Platform, numbers: readonly number[], changed: Cells = {}): Cells[] {
  return numbers.map((number) => exampleCells(platform, 'licence', { XK_WSH: licenceNumber(number), ...changed }));
}

/** Number of a licence decision. */
export function licenceNumber(number: number): string {
  return `济历城审许〔2021〕${String(number)}号`;
}

/** Licences as their own unit would send them: source and authority are the sender. */
export function licencesOf(platform: Platform, unitId: string, numbers: readonly number[]): Cells[] {
  const unit = platform.pack.units.get(unitId);
  if (unit === undefined) throw new Error(`no unit ${unitId}`);
  const own = { XK_XKJG: unit.name, XK_XKJGDM: unit.uscc, XK_LYDW: unit.name, XK_LYDWDM: unit.uscc };
  return licences(platform, numbers, own);
}

/** A push of records. */
export function push(records: readonly object[], key: string, { dataset = 'licence', unit = LICENSOR } = {}): Call {
  return { method: 'POST', url: '/api/v1/batches', headers: { 'idempotency-key': key }, payload: { dataset, unit, records } };
}

export interface FormFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A form with files, as a browser sends it. */
export function upload(
  files: readonly FormFile[],
  {
    dataset = 'licence',
    unit = LICENSOR,
    headers = {},
  }: { dataset?: string; unit?: string; headers?: Record<string, string> } = {},
): Call {
  const boundary = '----form-boundary-7d83';
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    method: 'POST',
    url: `/api/v1/batches/file?dataset=${dataset}&unit=${unit}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
  };
}

/** Rows under Chinese headers. */
export function csvOf(platform: Platform, dataset: string, rows: readonly Cells[]): string {
  const fields = platform.pack.datasets.get(dataset)?.fields ?? [];
  const lines = [fields.map(({ name }) => name.zh), ...rows.map((row) => fields.map(({ code }) => row[code] ?? ''))];
  return lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
}
