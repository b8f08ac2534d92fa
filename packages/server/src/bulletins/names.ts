/** Names of units on a page: what all of them begin with is marked, so that a phone may leave it out and no name breaks in the middle. */
import { escapeText } from './escape.ts';

/** The name of the place that all begin with (历城区); empty where there is none. */
export function placeOfAll(names: readonly string[]): string {
  const [first = '', ...others] = names;
  if (others.length === 0) return '';
  const place = /^[^区县市]{1,8}[区县市]/u.exec(first)?.[0] ?? '';
  return others.every((name) => name.startsWith(place)) ? place : '';
}

/** A name as markup. */
export function nameOf(name: string, place: string): string {
  return place === ''
    ? escapeText(name)
    : `<span class="place">${escapeText(place)}</span>${escapeText(name.slice(place.length))}`;
}
