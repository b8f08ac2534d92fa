/** What a workbook says of its parts: kinds, relations, sheets and names, changed in place. */
import { attributeOf, elementAt, elementsOf, plainText, replaced, withAttribute, xmlText } from './xml.ts';
import { columnName, columnOf } from './places.ts';
import { Unpatchable } from './unpatchable.ts';

/** Addresses of elements and relations differ between the strict and the transitional form. */
export interface Dialect {
  readonly main: string;
  readonly relations: string;
}

/** The usual form, in which we write what is all ours. */
export const TRANSITIONAL: Dialect = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Dialect = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Drawings of comments have one kind of relation in either form. */
export const VML_RELATION = `${TRANSITIONAL.relations}/vmlDrawing`;

/** In which form a workbook is written. */
export function dialectOf(workbook: string): Dialect {
  const root = elementAt(workbook, 'workbook');
  if (root === null) throw new Unpatchable('prefixed');
  return attributeOf(root.tag, 'xmlns') === STRICT.main ? STRICT : TRANSITIONAL;
}

/** One relation of a part. */
export interface Relation {
  readonly id: string;
  /** Last step of its address. */
  readonly kind: string;
  /** The part it leads to, from the root; '' for what lies outside. */
  readonly part: string;
}

/** Where the relations of a part stand. */
export function relationsName(part: string): string {
  const at = part.lastIndexOf('/') + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

/** The relations of a part. */
export function relationsIn(xml: string, part: string): Relation[] {
  return elementsOf(xml, 'Relationship').map(({ tag }) => ({
    id: plainText(attributeOf(tag, 'Id') ?? ''),
    kind: (attributeOf(tag, 'Type') ?? '').replace(/^.*\//u, ''),
    part: attributeOf(tag, 'TargetMode') === 'External' ? '' : resolved(part, plainText(attributeOf(tag, 'Target') ?? '')),
  }));
}

function resolved(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Relations of a part that has none yet. */
export const NO_RELATIONS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;

/** Adds a relation of a part, '' for the package; `type` is its whole address. */
export function withRelation(
  xml: string,
  from: string,
  { id, type, part }: { readonly id: string; readonly type: string; readonly part: string },
): string {
  return inserted(xml, 'Relationships', `<Relationship Id="${id}" Type="${type}" Target="${relative(from, part)}"/>`);
}

/** From folder to part. Absolute targets are lawful, but not every library follows them. */
function relative(from: string, part: string): string {
  const folders = from.split('/').slice(0, -1);
  const steps = part.split('/');
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared += 1;
  return [...folders.slice(shared).map(() => '..'), ...steps.slice(shared)].join('/');
}

/** Names the kinds of new parts. */
export function withContentTypes(
  xml: string,
  parts: readonly { readonly name: string; readonly type: string }[],
  hasBoxes: boolean,
): string {
  let text = xml;
  const known = new Set(elementsOf(xml, 'Override').map(({ tag }) => attributeOf(tag, 'PartName')));
  const extensions = new Set(elementsOf(xml, 'Default').map(({ tag }) => attributeOf(tag, 'Extension')?.toLowerCase()));
  if (hasBoxes && !extensions.has('vml'))
    text = inserted(
      text,
      'Types',
      '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    );
  for (const { name, type } of parts)
    if (!known.has(`/${name}`))
      text = inserted(
        text,
        'Types',
        `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
      );
  return text;
}

function inserted(xml: string, root: string, element: string): string {
  const found = elementAt(xml, root);
  if (found === null) throw new Unpatchable('prefixed');
  return replaced(xml, found, `${found.tag.replace(/\s*\/>$/u, '>')}${found.inner}${element}</${root}>`);
}

/** One tab of a workbook. */
export interface Tab {
  readonly name: string;
  readonly relation: string;
}

/** The tabs in their order. */
export function tabsIn(workbook: string): Tab[] {
  const sheets = elementAt(workbook, 'sheets');
  if (sheets === null) throw new Unpatchable('prefixed');
  return elementsOf(sheets.inner, 'sheet').map(({ tag }) => ({
    name: plainText(attributeOf(tag, 'name') ?? ''),
    relation: plainText(/\s(?:\w+:)?id\s*=\s*["']([^"']*)/u.exec(tag)?.[1] ?? ''),
  }));
}

/** Name under which a workbook knows its summary: it is found by it when it comes back, whatever the sheet is called then. */
const SUMMARY_NAME = 'XINCHENG_SUMMARY';

/** Index of the tab that is an earlier summary of ours, or -1. */
export function summaryTab(workbook: string): number {
  const name = elementsOf(workbook, 'definedName').find(({ tag }) => attributeOf(tag, 'name') === SUMMARY_NAME);
  const sheet = /^(?:'((?:[^']|'')*)'|([^!']+))!/u.exec(plainText(name?.inner ?? ''));
  const wanted = sheet?.[1]?.replaceAll("''", "'") ?? sheet?.[2];
  return wanted === undefined ? -1 : tabsIn(workbook).findIndex((tab) => tab.name === wanted);
}

/** Puts a tab before all others: what counts tabs by their place counts one more. */
export function withFirstTab(workbook: string, name: string, relation: string, { relations }: Dialect): string {
  const sheets = elementAt(workbook, 'sheets');
  if (sheets === null) throw new Unpatchable('prefixed');
  const ids = elementsOf(sheets.inner, 'sheet').map(({ tag }) => Number(attributeOf(tag, 'sheetId')));
  const tab = `<sheet xmlns:r="${relations}" name="${xmlText(name)}" sheetId="${String(Math.max(0, ...ids) + 1)}" r:id="${relation}"/>`;
  const text = replaced(workbook, sheets, `${sheets.tag}${tab}${sheets.inner}</sheets>`);
  const shifted = text.replace(/<definedName(?=\s)[^>]*>/gu, (tag) => {
    const local = attributeOf(tag, 'localSheetId');
    return local === null ? tag : withAttribute(tag, 'localSheetId', String(Number(local) + 1));
  });
  return withName(shifted, SUMMARY_NAME, `'${name.replaceAll("'", "''")}'!$A$1`);
}

function withName(workbook: string, name: string, formula: string): string {
  const element = `<definedName name="${name}" hidden="1">${xmlText(formula)}</definedName>`;
  const names = elementAt(workbook, 'definedNames');
  if (names !== null)
    return replaced(workbook, names, `${names.tag.replace(/\s*\/>$/u, '>')}${names.inner}${element}</definedNames>`);
  const before = ['externalReferences', 'functionGroups', 'sheets']
    .map((one) => elementAt(workbook, one))
    .find((one) => one !== null);
  if (before === undefined) throw new Unpatchable('prefixed');
  return `${workbook.slice(0, before.end)}<definedNames>${element}</definedNames>${workbook.slice(before.end)}`;
}

/** Opens the workbook at a tab. */
export function withActiveTab(workbook: string, index: number): string {
  const views = elementAt(workbook, 'bookViews');
  const active = String(index);
  if (views === null) {
    const sheets = workbook.indexOf('<sheets');
    return `${workbook.slice(0, sheets)}<bookViews><workbookView activeTab="${active}"/></bookViews>${workbook.slice(sheets)}`;
  }
  const inner = views.inner.replace(/<workbookView(?=[\s/>])[^>]*>/gu, (tag) =>
    withAttribute(withAttribute(tag, 'activeTab', active), 'firstSheet', null),
  );
  return replaced(workbook, views, `${views.tag}${inner}</bookViews>`);
}

/** The filter of a sheet has a hidden name of its own, which must cover the same columns. */
export function withWiderFilterName(workbook: string, tab: number, lastColumn: number): string {
  const name = elementsOf(workbook, 'definedName').find(
    ({ tag }) => attributeOf(tag, 'name') === '_xlnm._FilterDatabase' && attributeOf(tag, 'localSheetId') === String(tab),
  );
  if (name === undefined) return workbook;
  const inner = name.inner.replace(/\$([A-Z]+)(\$\d+)$/u, (whole, column: string, row: string) =>
    columnOf(column) >= lastColumn ? whole : `$${columnName(lastColumn)}${row}`,
  );
  return replaced(workbook, name, `${name.tag}${inner}</definedName>`);
}

/** The sheet's own filter with our columns: whoever sorts by it must move them along. */
export function withWiderFilter(tail: string, headerRow: number, lastColumn: number): string {
  const filter = topElements(tail).find(({ name }) => name === 'autoFilter');
  if (filter === undefined) return tail;
  const tag = tail.slice(filter.start, filter.start + (elementAt(tail, 'autoFilter', filter.start)?.tag.length ?? 0));
  const [from = '', to = ''] = (attributeOf(tag, 'ref') ?? '').split(':');
  if (!from.endsWith(String(headerRow)) || to === '' || columnOf(to) >= lastColumn) return tail;
  const wider = withAttribute(tag, 'ref', `${from}:${columnName(lastColumn)}${/\d+$/u.exec(to)?.[0] ?? ''}`);
  return tail.slice(0, filter.start) + wider + tail.slice(filter.start + tag.length);
}

/** Elements that come behind the drawing of comments. */
const BEHIND_DRAWING: ReadonlySet<string> = new Set([
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
  'mc:AlternateContent',
]);

/** Relation of the drawing of comments that a sheet has already, or null. */
export function boxesRelation(tail: string): string | null {
  const element = topElements(tail).find(({ name }) => name === 'legacyDrawing');
  if (element === undefined) return null;
  return /\s(?:\w+:)?id\s*=\s*["']([^"']*)/u.exec(tail.slice(element.start))?.[1] ?? null;
}

/** Names the drawing of comments behind the rows of a sheet. */
export function withBoxesRelation(tail: string, relation: string, { relations }: Dialect): string {
  const behind = topElements(tail).find(({ name }) => BEHIND_DRAWING.has(name));
  const at = behind?.start ?? tail.lastIndexOf('</worksheet');
  return `${tail.slice(0, at)}<legacyDrawing xmlns:r="${relations}" r:id="${relation}"/>${tail.slice(at)}`;
}

/** Elements that stand directly behind the rows, not within one another. */
function topElements(tail: string): { readonly name: string; readonly start: number }[] {
  const all: { name: string; start: number }[] = [];
  let depth = 0;
  for (const { 0: tag, 1: slash, 2: name, index } of tail.matchAll(/<(\/?)([\w:.-]+)(?:[^>"']|"[^"]*"|'[^']*')*>/gu)) {
    if (slash === '/') depth -= 1;
    else {
      // The end tag of the rows, with which the tail begins, has brought the depth to -1.
      if (depth === -1) all.push({ name: name ?? '', start: index });
      if (!tag.endsWith('/>')) depth += 1;
    }
  }
  return all;
}
