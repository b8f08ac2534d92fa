/** The table of the console: dense, sticky header, only visible rows drawn, arrows move, a row opens its drawer. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Empty, Loading, Trouble } from '../shell/states.tsx';
import { defineWords } from '../words/index.ts';
import { keepColumns, keptColumns } from './columns.ts';
import type { Column } from './columns.ts';
import { TableBar } from './table-bar.tsx';
import type { List } from './use-list.ts';

const useWords = defineWords('table', {
  rows: ['已读出 {{count}} 行，继续滚动读取更多', '{{count}} rows so far; scroll on for more', '1 row so far'],
  all: ['共 {{count}} 行', '{{count}} rows in all', '1 row in all'],
});

interface Props<T> {
  /** Names the list: under it the choice of columns is kept and a file is saved. */
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly list: List<T>;
  readonly idOf: (item: T) => string;
  readonly opened?: string | null;
  readonly open?: (item: T) => void;
  readonly empty: ReactNode;
  readonly filters?: ReactNode;
}

const ROW_HEIGHT = 36;
const OVERSCAN = 12;
const NEAR_THE_END = 20;

/** A list with its bar. */
export function DataTable<T>(props: Props<T>) {
  const { name, title, columns, list, filters } = props;
  const [chosen, setChosen] = useState(() => keptColumns(name));
  const shown = columns.filter(({ id, isExtra = false }) => chosen?.includes(id) ?? !isExtra);
  const choose = (ids: readonly string[]): void => {
    keepColumns(name, ids);
    setChosen(ids);
  };
  return (
    <>
      <TableBar title={title} columns={columns} shown={shown} choose={choose} readAll={list.readAll} filters={filters} />
      <Body {...props} shown={shown} />
    </>
  );
}

function Body<T>(props: Props<T> & { readonly shown: readonly Column<T>[] }) {
  const { list, empty } = props;
  if (list.error !== null) return <Trouble error={list.error} retry={list.retry} />;
  if (list.isLoading) return <Loading />;
  if (list.items.length === 0) return <Empty>{empty}</Empty>;
  return <Rows {...props} />;
}

function Rows<T>({ title, shown, list, idOf, opened = null, open }: Props<T> & { readonly shown: readonly Column<T>[] }) {
  const say = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { items, more } = list;
  // The rows that are drawn are chosen by a thing that changes inside; nothing here may be remembered across renderings.
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= items.length - NEAR_THE_END) more();
  }, [last, items.length, more]);
  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(items.length - 1, index));
    setCurrent(next);
    rows.scrollToIndex(next);
    requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`tr[data-index="${String(next)}"]`)?.focus());
  };
  const opens = (index: number, item: T, show: (item: T) => void): void => {
    setCurrent(index);
    show(item);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = movesBy(event.key, items.length);
    const item = items[current];
    if (move !== null) goTo(current + move);
    else if ((event.key === 'Enter' || event.key === ' ') && item !== undefined && event.target instanceof HTMLTableRowElement)
      open?.(item);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="table-frame" ref={frame}>
        <table
          className="table"
          aria-label={title}
          aria-rowcount={list.isComplete ? items.length + 1 : -1}
          style={{ width: shown.reduce((sum, { width }) => sum + width, 0) }}
        >
          <Head columns={shown} />
          <tbody onKeyDown={onKeyDown}>
            <Spacer height={drawn[0]?.start ?? 0} span={shown.length} />
            {drawn.map(({ index }) => {
              const item = items[index];
              return item === undefined ? null : (
                <Row
                  key={idOf(item)}
                  item={item}
                  index={index}
                  columns={shown}
                  isOpened={opened === idOf(item)}
                  isCurrent={index === current}
                  open={open === undefined ? undefined : () => opens(index, item, open)}
                />
              );
            })}
            <Spacer height={rows.getTotalSize() - (drawn.at(-1)?.end ?? 0)} span={shown.length} />
          </tbody>
        </table>
      </div>
      <p className="table-foot small soft" aria-live="polite">
        {say(list.isComplete ? 'all' : 'rows', { count: items.length })}
      </p>
    </>
  );
}

function movesBy(key: string, all: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'PageDown':
      return 15;
    case 'PageUp':
      return -15;
    case 'Home':
      return -all;
    case 'End':
      return all;
    default:
      return null;
  }
}

function Head<T>({ columns }: { readonly columns: readonly Column<T>[] }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ id, title, width, isNumber }) => (
          <th key={id} scope="col" style={{ width }} className={isNumber === true ? 'number' : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps<T> {
  readonly item: T;
  readonly index: number;
  readonly columns: readonly Column<T>[];
  readonly isOpened: boolean;
  readonly isCurrent: boolean;
  readonly open: (() => void) | undefined;
}

function Row<T>({ item, index, columns, isOpened, isCurrent, open }: RowProps<T>) {
  return (
    <tr
      data-index={index}
      aria-rowindex={index + 2}
      className={isOpened ? 'opened' : undefined}
      {...(open === undefined ? {} : { tabIndex: isCurrent ? 0 : -1, onClick: open })}
    >
      {columns.map(({ id, text, show, isNumber }) => (
        <td key={id} className={isNumber === true ? 'number' : undefined} title={text(item)}>
          {show === undefined ? text(item) : show(item)}
        </td>
      ))}
    </tr>
  );
}

function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return height <= 0 ? null : (
    <tr className="spacer" aria-hidden>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
