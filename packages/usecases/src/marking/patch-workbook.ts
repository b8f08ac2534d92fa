/**
 * Marks the sender's own workbook: every part stays as it was but the ones that must change, and those are changed in place. Whether
 * that can be done is known before the first byte is given out.
 */
import type { Header } from '../reading/index.ts';
import { openZip } from '../workbook/index.ts';
import type { ZipArchive, ZipEntry } from '../workbook/index.ts';
import { addableBoxes, emptyComments, EMPTY_BOXES, otherComments, withBoxes, withComments, withoutBoxes } from './comments.ts';
import type { OtherComments } from './comments.ts';
import { freshStyles, MarkedStyles } from './marked-styles.ts';
import { MOST_COMMENTS } from './marks.ts';
import type { NextMark } from './marks.ts';
import {
  boxesRelation,
  dialectOf,
  NO_RELATIONS,
  relationsIn,
  relationsName,
  summaryTab,
  tabsIn,
  VML_RELATION,
  withActiveTab,
  withBoxesRelation,
  withContentTypes,
  withFirstTab,
  withRelation,
  withWiderFilter,
  withWiderFilterName,
} from './package-text.ts';
import type { Dialect, Relation } from './package-text.ts';
import { MOST_COLUMNS } from './places.ts';
import { partText, surveySheet } from './sheet-pieces.ts';
import { SheetPatch, withTabSelected } from './sheet-patch.ts';
import { SUMMARY_SHEET, summarySheet } from './summary-sheet.ts';
import type { Summary } from './summary-sheet.ts';
import { Unpatchable } from './unpatchable.ts';
import { zipOf } from './zip-writer.ts';
import type { OutPart } from './zip-writer.ts';

/** What is to be marked. */
export interface MarkedSheet {
  readonly bytes: Uint8Array;
  /** Part of the data sheet. */
  readonly part: string;
  readonly header: Header;
  /** Headers of the columns of outcome, remarks and record id. */
  readonly headers: readonly [string, string, string];
}

/** Ids that no spreadsheet gives. */
const RELATION = {
  summary: 'rIdXinchengSummary',
  comments: 'rIdXinchengComments',
  boxes: 'rIdXinchengBoxes',
  styles: 'rIdXinchengStyles',
};

/** Everything that had to be looked at before. */
interface Plan {
  readonly archive: ZipArchive;
  readonly dialect: Dialect;
  readonly sheet: ZipEntry;
  readonly tab: number;
  readonly workbookPart: string;
  readonly workbook: string;
  readonly workbookRelations: string;
  readonly types: string;
  readonly stylesPart: string;
  readonly hadStyles: boolean;
  readonly styles: MarkedStyles;
  readonly sheetRelations: string;
  readonly commentsPart: string;
  readonly hadComments: boolean;
  readonly comments: OtherComments;
  readonly boxesPart: string;
  readonly hadBoxes: boolean;
  readonly boxes: string;
  readonly head: string;
  readonly tail: string;
  readonly targets: readonly [number, number, number];
  /** Part of the summary, whether it was there before, and its tab. */
  readonly summary: { readonly part: string; readonly tab: number };
}

/** Looks at a workbook and gives the function that marks it. Throws `Unpatchable`. */
export async function patchWorkbook(
  input: MarkedSheet,
): Promise<(next: NextMark, summary: Summary) => AsyncGenerator<Uint8Array>> {
  const archive = await openZip(input.bytes);
  const plan = await planOf(archive, input);
  return (next, summary) => zipOf(partsOf(plan, input, next, summary));
}

async function planOf(archive: ZipArchive, input: MarkedSheet): Promise<Plan> {
  const { part, header } = input;
  if (archive.entries.some(({ name }) => /^(?:_xmlsignatures|xl\/revisions)\//iu.test(name))) throw new Unpatchable('protected');
  const sheet = entryOf(archive, part);
  const types = await partText(archive, entryOf(archive, '[Content_Types].xml'));
  const root = relationsIn(await partText(archive, entryOf(archive, '_rels/.rels')), '');
  const workbookPart = partOf(root, 'officeDocument') ?? 'xl/workbook.xml';
  const workbook = await partText(archive, entryOf(archive, workbookPart));
  const dialect = dialectOf(workbook);
  const workbookRelations = await partText(archive, entryOf(archive, relationsName(workbookPart)));
  const ofWorkbook = relationsIn(workbookRelations, workbookPart);
  if (ofWorkbook.length === 0) throw new Unpatchable('prefixed');
  const tabs = tabsIn(workbook).map(({ relation }) => ofWorkbook.find(({ id }) => id === relation)?.part ?? '');
  const tab = tabs.findIndex((name) => archive.find(name) === sheet);
  const before = summaryTab(workbook);
  if (tab < 0 || tab === before) throw new Unpatchable('parts');
  const stylesPart = partOf(ofWorkbook, 'styles');
  const ofSheetEntry = archive.find(relationsName(part));
  const sheetRelations = ofSheetEntry === null ? NO_RELATIONS : await partText(archive, ofSheetEntry);
  const ofSheet = relationsIn(sheetRelations, part);
  const { head, tail, lastColumn } = await surveySheet(archive, sheet);
  const commentsPart = partOf(ofSheet, 'comments');
  const boxes = ofSheet.find(({ id }) => id === boxesRelation(tail))?.part;
  const comments = otherComments(
    commentsPart === null ? emptyComments(dialect.main) : await partText(archive, entryOf(archive, commentsPart)),
  );
  const drawing = boxes === undefined ? EMPTY_BOXES : addableBoxes(await partText(archive, entryOf(archive, boxes)));
  if (drawing === null) throw new Unpatchable('prefixed');
  const plan: Plan = {
    archive,
    dialect,
    sheet,
    tab,
    workbookPart,
    workbook,
    workbookRelations,
    types,
    stylesPart: stylesPart ?? 'xl/styles.xml',
    hadStyles: stylesPart !== null,
    styles: stylesPart === null ? freshStyles(dialect) : new MarkedStyles(await partText(archive, entryOf(archive, stylesPart))),
    sheetRelations,
    commentsPart: commentsPart ?? freeName(archive, 'xl/comments', 'xml'),
    hadComments: commentsPart !== null,
    comments,
    boxesPart: boxes ?? freeName(archive, 'xl/drawings/vmlDrawing', 'vml'),
    hadBoxes: boxes !== undefined,
    boxes: withoutBoxes(drawing, comments.removed),
    head,
    tail,
    targets: targetsOf(header, lastColumn),
    summary:
      before < 0 ? { part: freeName(archive, 'xl/worksheets/sheet', 'xml'), tab: 0 } : { part: tabs[before] ?? '', tab: before },
  };
  // Whether they can be added to must be known before the first byte is given out.
  if (!comments.xml.includes('<commentList')) throw new Unpatchable('prefixed');
  changedWorkbook(plan, SUMMARY_SHEET);
  changedTypes(plan, true);
  return plan;
}

function entryOf(archive: ZipArchive, name: string): ZipEntry {
  const entry = archive.find(name);
  if (entry === null) throw new Unpatchable('parts');
  return entry;
}

function partOf(relations: readonly Relation[], kind: string): string | null {
  const relation = relations.find((one) => one.kind === kind && one.part !== '');
  return relation?.part ?? null;
}

/** Libraries know parts by names such as `sheet3.xml`, whatever the relations say. */
function freeName(archive: ZipArchive, stem: string, extension: string): string {
  for (let number = 1; ; number += 1) {
    const name = `${stem}${String(number)}.${extension}`;
    if (archive.find(name) === null) return name;
  }
}

/** The columns an earlier result had, or the first ones behind everything that holds something. */
function targetsOf(header: Header, lastColumn: number): readonly [number, number, number] {
  let next = Math.max(header.columns, lastColumn + 1);
  const [outcome = -1, remarks = -1] = header.own;
  const targets = [outcome, remarks, header.extras.recordId].map((column) => (column >= 0 ? column : next++));
  if (next > MOST_COLUMNS) throw new Unpatchable('columns');
  return [targets[0] ?? 0, targets[1] ?? 0, targets[2] ?? 0];
}

/** Parts as they are asked for: what is written late, such as styles, knows what was written before. */
function* partsOf(plan: Plan, input: MarkedSheet, next: NextMark, summary: Summary): Generator<OutPart> {
  const { archive, dialect, styles } = plan;
  const isFirstTime = archive.find(plan.summary.part) === null;
  const [workbook, sheetName] = changedWorkbook(plan, freeTabName(plan));
  const hasOthers = plan.comments.references.size > 0;
  // A drawing without a box, and a list without a comment, are better left out.
  const hasComments = summary.groups.length > 0 || plan.hadComments || plan.hadBoxes;
  const changed = new Set(
    [
      '[Content_Types].xml',
      plan.workbookPart,
      relationsName(plan.workbookPart),
      plan.stylesPart,
      plan.sheet.name,
      relationsName(plan.sheet.name),
      plan.commentsPart,
      plan.boxesPart,
      plan.summary.part,
      relationsName(plan.summary.part),
    ].map((name) => name.toLowerCase()),
  );
  yield { name: '[Content_Types].xml', data: changedTypes(plan, hasComments) };
  const others = new Set(otherSheets(plan));
  for (const entry of archive.entries) {
    if (changed.has(entry.name.toLowerCase())) continue;
    if (others.has(entry)) yield { name: entry.name, data: unselected(archive, entry) };
    else yield { archive, entry };
  }
  const patch = new SheetPatch(
    {
      headerRow: input.header.firstRow,
      columns: input.header.mapping,
      targets: plan.targets,
      headers: input.headers,
      head: plan.head,
      styles,
      commented: plan.comments.references,
    },
    next,
  );
  const wide = withWiderFilter(plan.tail, input.header.firstRow, Math.max(...plan.targets));
  const tail = plan.hadBoxes || !hasComments ? wide : withBoxesRelation(wide, RELATION.boxes, dialect);
  yield { name: plan.sheet.name, data: patch.texts(archive, plan.sheet, tail) };
  if (hasComments) {
    yield { name: plan.commentsPart, data: withComments(plan.comments.xml, patch.comments) };
    const boxless = plan.boxes === EMPTY_BOXES ? [...plan.comments.references].map((reference) => ({ reference, text: '' })) : [];
    yield { name: plan.boxesPart, data: withBoxes(plan.boxes, [...boxless, ...patch.comments]) };
  }
  const relations = hasComments ? changedSheetRelations(plan) : plan.sheetRelations;
  if (relations !== NO_RELATIONS) yield { name: relationsName(plan.sheet.name), data: relations };
  const { header } = input;
  const place = { sheet: sheetName, columns: header.mapping, outcome: plan.targets[0], shift: 0 };
  yield { name: plan.summary.part, data: summarySheet(withCommentNote(summary, patch, hasOthers), place, styles, dialect) };
  yield { name: plan.stylesPart, data: one(() => styles.xml()) };
  yield { name: plan.workbookPart, data: workbook };
  yield { name: relationsName(plan.workbookPart), data: changedRelations(plan, isFirstTime) };
}

/** Says it only where there are more marked cells than comments. */
function withCommentNote(summary: Summary, { commentable, comments }: SheetPatch, hasOthers: boolean): Summary {
  const notes = [...summary.notes];
  if (commentable > comments.length)
    notes.push(
      `批注只加在前 ${String(MOST_COMMENTS)} 处；其余 ${String(commentable - comments.length)} 处只有底色，原因见各行右侧的“问题与修改建议”。`,
    );
  if (hasOthers) notes.push('单元格原来已有批注的，保留原批注，不另加。');
  return { ...summary, notes };
}

/** Styles are complete only when everything else is written. */
async function* one(make: () => string): AsyncGenerator<string> {
  yield await Promise.resolve(make());
}

function freeTabName({ workbook }: Plan): string {
  const taken = new Set(tabsIn(workbook).map(({ name }) => name));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? SUMMARY_SHEET : `${SUMMARY_SHEET}(${String(number)})`;
    if (!taken.has(name)) return name;
  }
}

/** The workbook's own part, and the name of its data sheet. */
function changedWorkbook(plan: Plan, tabName: string): readonly [string, string] {
  const { workbook, tab, summary, dialect, archive } = plan;
  const sheetName = tabsIn(workbook)[tab]?.name ?? '';
  const wide = withWiderFilterName(workbook, tab, Math.max(...plan.targets));
  const listed = archive.find(summary.part) === null ? withFirstTab(wide, tabName, RELATION.summary, dialect) : wide;
  return [withActiveTab(listed, summary.tab), sheetName];
}

function changedTypes(plan: Plan, hasBoxes: boolean): string {
  const parts = [
    { name: plan.summary.part, type: 'worksheet' },
    ...(hasBoxes ? [{ name: plan.commentsPart, type: 'comments' }] : []),
    { name: plan.stylesPart, type: 'styles' },
  ];
  return withContentTypes(plan.types, parts, hasBoxes);
}

function changedRelations(plan: Plan, isFirstTime: boolean): string {
  const { relations } = plan.dialect;
  let text = plan.workbookRelations;
  if (isFirstTime)
    text = withRelation(text, plan.workbookPart, {
      id: RELATION.summary,
      type: `${relations}/worksheet`,
      part: plan.summary.part,
    });
  if (!plan.hadStyles)
    text = withRelation(text, plan.workbookPart, { id: RELATION.styles, type: `${relations}/styles`, part: plan.stylesPart });
  return text;
}

function changedSheetRelations(plan: Plan): string {
  let text = plan.sheetRelations;
  const type = `${plan.dialect.relations}/comments`;
  if (!plan.hadComments) text = withRelation(text, plan.sheet.name, { id: RELATION.comments, type, part: plan.commentsPart });
  if (!plan.hadBoxes)
    text = withRelation(text, plan.sheet.name, { id: RELATION.boxes, type: VML_RELATION, part: plan.boxesPart });
  return text;
}

/** Every other sheet that may say it is the selected one. */
function otherSheets({ archive, workbook, workbookRelations, workbookPart, sheet, summary }: Plan): ZipEntry[] {
  const relations = relationsIn(workbookRelations, workbookPart);
  return tabsIn(workbook).flatMap(({ relation }) => {
    const entry = archive.find(relations.find(({ id }) => id === relation)?.part ?? '');
    return entry === null || entry === sheet || entry.name === summary.part ? [] : [entry];
  });
}

/** What may stand before the views of a sheet. */
const MOST_BEFORE_ROWS = 1 << 20;

/** A sheet that is not selected. Only its beginning is looked at, as bytes, so that nothing else of it can change. */
async function* unselected(archive: ZipArchive, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  let head = '';
  let isDone = false;
  for await (const block of archive.read(entry)) {
    if (isDone) {
      yield block;
      continue;
    }
    head += Buffer.from(block.buffer, block.byteOffset, block.length).toString('latin1');
    isDone = head.includes('</sheetViews>') || head.length > MOST_BEFORE_ROWS;
    if (isDone) yield Buffer.from(withTabSelected(head, false), 'latin1');
  }
  if (!isDone) yield Buffer.from(withTabSelected(head, false), 'latin1');
}
