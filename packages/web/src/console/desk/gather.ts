/** Reading a list to its end, or as far as a desk needs it. */

/** What was read, and whether there is more of it. */
export interface Gathered<T> {
  readonly items: readonly T[];
  readonly isCut: boolean;
}

/** So many at once: the most that the service gives. */
export const PAGE = 500;
/** Of one kind; a desk with more needs no more to say so. */
const MOST = 2000;

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Page after page. */
export async function gather<T>(
  read: (query: { readonly limit: number; readonly cursor?: string }) => Promise<PageOf<T>>,
): Promise<Gathered<T>> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined && items.length < MOST);
  return { items, isCut: cursor !== undefined };
}

/** Each item as something else; what was cut stays so. */
export function mapped<T, U>({ items, isCut }: Gathered<T>, become: (item: T) => U): Gathered<U> {
  return { items: items.map(become), isCut };
}
