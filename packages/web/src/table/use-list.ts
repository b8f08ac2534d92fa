/** Lists that the service gives page by page. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Reads one page; the first without a cursor. */
export type ReadPage<T> = (cursor: string | undefined, limit: number) => Promise<PageOf<T>>;

const PAGE_ROWS = 100;
const EXPORT_PAGE_ROWS = 500;
/** As many as a person can work with in a sheet. */
export const MOST_EXPORTED_ROWS = 50_000;

/** A list that grows as one scrolls. `key` holds everything that `read` hangs on; nothing is read while it is not wanted. */
export function useList<T>(key: readonly unknown[], read: ReadPage<T>, isWanted = true): List<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    enabled: isWanted,
    queryFn: ({ pageParam }) => read(pageParam, PAGE_ROWS),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    items,
    isLoading: query.isPending,
    error: items.length === 0 ? query.error : null,
    isComplete: query.data !== undefined && !query.hasNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    retry: () => void query.refetch(),
    readAll: () => allPages(read),
  };
}

/** A list as a table shows it. */
export interface List<T> {
  readonly items: readonly T[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  /** Every row has been read. */
  readonly isComplete: boolean;
  readonly more: () => void;
  readonly retry: () => void;
  readonly readAll: () => Promise<readonly T[]>;
}

/** Every row up to the most a file takes. */
export async function allPages<T>(read: ReadPage<T>): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor, EXPORT_PAGE_ROWS);
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && all.length < MOST_EXPORTED_ROWS);
  return all.slice(0, MOST_EXPORTED_ROWS);
}

/** A list that the service gives whole. */
export function useWholeList<T>(
  key: readonly unknown[],
  read: () => Promise<{ readonly items: readonly T[] }>,
  isWanted = true,
): List<T> {
  const { data, error, isPending, refetch } = useQuery({ queryKey: key, queryFn: read, enabled: isWanted });
  const items = useMemo(() => data?.items ?? [], [data]);
  return {
    items,
    isLoading: isPending,
    error,
    isComplete: true,
    more: () => undefined,
    retry: () => void refetch(),
    readAll: () => Promise.resolve(items),
  };
}
