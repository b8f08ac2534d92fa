/** Comments of a sheet: their texts, and the boxes they are drawn in, without which spreadsheets do not show them. */
import { COMMENT_TITLE } from './marks.ts';
import { columnOf, rowOf } from './places.ts';
import { attributeOf, elementAt, elementsOf, plainText, replaced, withAttribute, xmlText } from './xml.ts';

/** A comment at a cell. */
export interface NewComment {
  readonly reference: string;
  readonly text: string;
}

/** The comments that others wrote, and their cells. */
export interface OtherComments {
  readonly xml: string;
  readonly references: ReadonlySet<string>;
  /** Cells from which a comment of ours was taken away. */
  readonly removed: ReadonlySet<string>;
}

/** Takes our own comments of an earlier time away. */
export function otherComments(xml: string): OtherComments {
  const authors = elementsOf(elementAt(xml, 'authors')?.inner ?? '', 'author').map(({ inner }) => plainText(inner));
  const references = new Set<string>();
  const removed = new Set<string>();
  let kept = '';
  let from = 0;
  for (const found of elementsOf(xml, 'comment')) {
    const reference = attributeOf(found.tag, 'ref') ?? '';
    const author = authors[Number(attributeOf(found.tag, 'authorId') ?? -1)];
    if (author === COMMENT_TITLE || textOf(found.inner).startsWith(`${COMMENT_TITLE}\n`)) {
      removed.add(reference);
      kept += xml.slice(from, found.start);
      from = found.end;
    } else references.add(reference);
  }
  return { xml: kept + xml.slice(from), references, removed };
}

function textOf(comment: string): string {
  return elementsOf(comment, 't')
    .map(({ inner }) => plainText(inner))
    .join('');
}

/** An empty comments part. */
export function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors/><commentList/></comments>`;
}

/** A comments part with ours behind the others. */
export function withComments(xml: string, added: readonly NewComment[]): string {
  const authors = elementAt(xml, 'authors');
  const list = elementAt(xml, 'commentList');
  if (authors === null || list === null) throw new Error('a comments part without its lists');
  const names = elementsOf(authors.inner, 'author');
  const known = names.findIndex(({ inner }) => plainText(inner) === COMMENT_TITLE);
  const author = known < 0 ? names.length : known;
  const comments = added.map(({ reference, text }) => commentXml(reference, author, text)).join('');
  const withList = replaced(xml, list, `${opened(list.tag)}${list.inner}${comments}</commentList>`);
  if (known >= 0) return withList;
  return replaced(withList, authors, `${opened(authors.tag)}${authors.inner}<author>${COMMENT_TITLE}</author></authors>`);
}

function opened(tag: string): string {
  return tag.replace(/\s*\/>$/u, '>');
}

function commentXml(reference: string, author: number, text: string): string {
  const [title = '', ...lines] = text.split('\n');
  const font = '<sz val="9"/><color indexed="81"/><rFont val="宋体"/><family val="3"/><charset val="134"/>';
  const run = (words: string, bold: string): string =>
    `<r><rPr>${bold}${font}</rPr><t xml:space="preserve">${xmlText(words)}</t></r>`;
  return `<comment ref="${reference}" authorId="${String(author)}"><text>${run(`${title}\n`, '<b/>')}${run(lines.join('\n'), '')}</text></comment>`;
}

/** An empty drawing of comment boxes. */
export const EMPTY_BOXES = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"></xml>`;

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Ids of shapes come in blocks of so many; a drawing says which blocks are its own. */
const ID_BLOCK = 1024;

/** The boxes of a drawing without those of these cells. */
export function withoutBoxes(vml: string, references: ReadonlySet<string>): string {
  if (references.size === 0) return vml;
  const gone = new Set([...references].map((reference) => `${String(rowOf(reference) - 1)} ${String(columnOf(reference))}`));
  let [kept, from] = ['', 0];
  for (const shape of elementsOf(vml, 'v:shape')) {
    const note = elementAt(shape.inner, 'x:ClientData');
    if (note === null || attributeOf(note.tag, 'ObjectType') !== 'Note') continue;
    const place = (name: string): string => elementAt(note.inner, name)?.inner.trim() ?? '';
    if (!gone.has(`${place('x:Row')} ${place('x:Column')}`)) continue;
    kept += vml.slice(from, shape.start);
    from = shape.end;
  }
  return kept + vml.slice(from);
}

/**
 * A drawing that boxes can be added to: the one that is there, or, where it holds nothing but boxes of comments in a form we do not
 * write, an empty one in which they are all made anew. Null for any other.
 */
export function addableBoxes(vml: string): string | null {
  if (vml.includes('xmlns:v=') && vml.lastIndexOf('</xml>') >= 0) return vml;
  const kinds = [...vml.matchAll(/ObjectType\s*=\s*["']([^"']*)/gu)].map(([, kind]) => kind);
  return kinds.every((kind) => kind === 'Note') ? EMPTY_BOXES : null;
}

/** A drawing with a box for each comment. */
export function withBoxes(vml: string, comments: readonly NewComment[]): string {
  const end = vml.lastIndexOf('</xml>');
  const used = [...vml.matchAll(/_x0000_s(\d+)/gu)].map(([, id]) => Number(id));
  const block = Math.floor(used.reduce((most, id) => Math.max(most, id), 0) / ID_BLOCK) + 1;
  const shapes = comments.map((comment, index) => boxXml(comment, block * ID_BLOCK + 1 + index)).join('');
  const type = vml.includes('id="_x0000_t202"') ? '' : SHAPE_TYPE;
  return withIdBlock(vml.slice(0, end) + type + shapes + vml.slice(end), block);
}

function withIdBlock(vml: string, block: number): string {
  const map = elementAt(vml, 'o:idmap');
  if (map !== null) {
    const data = attributeOf(map.tag, 'data') ?? '';
    return (
      vml.slice(0, map.start) +
      withAttribute(map.tag, 'data', data === '' ? String(block) : `${data},${String(block)}`) +
      vml.slice(map.start + map.tag.length)
    );
  }
  const root = elementAt(vml, 'xml');
  if (root === null) return vml;
  const behind = root.start + root.tag.length;
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${String(block)}"/></o:shapelayout>`;
  return vml.slice(0, behind) + layout + vml.slice(behind);
}

/** Characters to a line of a box, and the rows of a sheet that a line of text takes. */
const LINE_LENGTH = 24;
const MOST_LINES = 14;

function boxXml({ reference, text }: NewComment, id: number): string {
  const [column, row] = [columnOf(reference), rowOf(reference) - 1];
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LENGTH)), 0);
  const bottom = row + Math.min(MOST_LINES, lines) + 1;
  const anchor = [column + 1, 12, Math.max(0, row - 1), 6, column + 4, 40, bottom, 6].join(', ');
  return (
    `<v:shape id="_x0000_s${String(id)}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>' +
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${String(row)}</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`
  );
}
