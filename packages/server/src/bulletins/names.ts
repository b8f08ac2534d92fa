/** Names of units on a page: the district's own name before them is marked, so that a phone may leave it out and no name breaks. */
import { escapeText } from './escape.ts';

const PLACE = /^[^区县市]{1,8}[区县市]/u;

/** The place with which more than half of the names begin (历城区); empty where there is none. */
export function usualPlace(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const place = PLACE.exec(name)?.[0] ?? '';
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => 2 * count > names.length)?.[0] ?? '';
}

/** A name as markup. */
export function nameOf(name: string, place: string): string {
  if (place === '' || !name.startsWith(place)) return escapeText(name);
  return `<span class="place">${escapeText(place)}</span>${escapeText(name.slice(place.length))}`;
}
