/** Filters that lists of records share; each stands in the address. */
import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useAddress } from '../../shell/use-address.ts';
import { useRecordWords } from './words.ts';

const DAY = 'YYYY-MM-DD';

/** Leaves out what was not asked for. */
export function given<T extends Readonly<Record<string, string | undefined>>>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(entries) as { [K in keyof T]?: NonNullable<T[K]> };
}

/** Part of a number or a name. */
export function TextSearch() {
  const say = useRecordWords();
  const { search, put } = useAddress();
  return (
    <Input.Search
      key={search['text'] ?? ''}
      className="choice"
      aria-label={say('text')}
      placeholder={say('text')}
      allowClear
      maxLength={100}
      defaultValue={search['text'] ?? ''}
      onSearch={(text) => put({ text: text.trim() })}
    />
  );
}

/** From one day to another; either may be left open. */
export function DayRange({ label }: { readonly label: string }) {
  const { search, put } = useAddress();
  const { from, to } = search;
  return (
    <DatePicker.RangePicker
      className="day-range"
      allowEmpty
      aria-label={label}
      value={[from === undefined ? null : dayjs(from), to === undefined ? null : dayjs(to)]}
      onChange={(range) => put({ from: range?.[0]?.format(DAY), to: range?.[1]?.format(DAY) })}
    />
  );
}
