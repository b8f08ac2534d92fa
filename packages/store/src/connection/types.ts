import pg from 'pg';

const DATE = 1082;
const DATE_ARRAY = 1182;
const INT8 = 20;
const INT8_ARRAY = 1016;
const TIMESTAMP = 1114;

type TextParser = (text: string) => unknown;

const textArray = pg.types.getTypeParser(1009 as never, 'text') as (text: string) => (string | null)[];

const PARSERS: ReadonlyMap<number, TextParser> = new Map<number, TextParser>([
  // A civil date is text: as a Date it would be midnight of some zone and slip to the day before in another.
  [DATE, (text) => text],
  [DATE_ARRAY, textArray],
  [INT8, BigInt],
  [INT8_ARRAY, (text) => textArray(text).map((item) => (item === null ? null : BigInt(item)))],
  // Without a zone it is no instant; the schema has none of these.
  [TIMESTAMP, (text) => text],
]);

/**
 * How column values arrive: date as 'YYYY-MM-DD' text, int8 as bigint, numeric as exact text, timestamptz as Date.
 * Per connection, never global: a library that shares the process keeps its own.
 */
export const COLUMN_TYPES: pg.CustomTypesConfig = {
  // The driver's declarations name its enumeration of types; what arrives is any type's number.
  getTypeParser: ((oid: number, format?: 'text' | 'binary'): unknown =>
    (format === 'binary' ? undefined : PARSERS.get(oid)) ??
    (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format)) as typeof pg.types.getTypeParser,
};
