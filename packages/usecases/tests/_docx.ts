/** Word documents made by hand, part by part. */
import { zipOf } from '../src/marking/zip-writer.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Three levels, as offices make them: 一、 （一） 1. */
export const LIST_NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${[
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
]
  .map(
    ([format = '', label = ''], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`,
  )
  .join('')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function run(words: string): string {
  return `<w:r><w:t xml:space="preserve">${escaped(words)}</w:t></w:r>`;
}

/** A paragraph, cut into runs as Word cuts it. `deleted` stands under tracking, `box` in a text box given in two forms. */
export function paragraph(
  words: string,
  { level, deleted, box }: { level?: number; deleted?: string; box?: string } = {},
): string {
  const place = level === undefined ? '' : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr>`;
  const middle = Math.floor(words.length / 2);
  const gone =
    deleted === undefined
      ? ''
      : `<w:del w:id="1"><w:r><w:delText>${deleted}</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>${deleted}</w:t></w:r></w:moveFrom>`;
  const inner = box === undefined ? '' : `<w:txbxContent><w:p>${run(box)}</w:p></w:txbxContent>`;
  const boxed =
    box === undefined
      ? ''
      : `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${inner}</w:drawing></mc:Choice><mc:Fallback><w:pict>${inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  return `<w:p>${place}${run(words.slice(0, middle))}${gone}${boxed}${run(words.slice(middle))}</w:p>`;
}

/** A picture in a paragraph. */
export const PICTURE =
  '<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rId9" xmlns:r="r"/></w:drawing></w:r></w:p>';

type CellOf = string | { readonly text: string; readonly merge: 'restart' | 'continue' };

/** A table; line feeds part paragraphs of a cell. */
export function table(rows: readonly (readonly CellOf[])[]): string {
  const cell = (of: CellOf): string => {
    const merged =
      typeof of === 'string' ? '' : `<w:tcPr><w:vMerge${of.merge === 'restart' ? ' w:val="restart"' : ''}/></w:tcPr>`;
    const words = typeof of === 'string' ? of : of.text;
    return `<w:tc>${merged}${words
      .split('\n')
      .map((line) => paragraph(line))
      .join('')}</w:tc>`;
  };
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** The whole archive. */
export async function docx({
  body,
  numbering,
}: {
  readonly body: readonly string[];
  readonly numbering?: string;
}): Promise<Uint8Array> {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (...all: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const parts = [
    { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'word/document.xml')) },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${MC}><w:body>${body.join('')}<w:sectPr/></w:body></w:document>`,
    },
    ...(numbering === undefined
      ? []
      : [
          { name: 'word/_rels/document.xml.rels', data: relations(relation('rId2', 'numbering', 'numbering.xml')) },
          { name: 'word/numbering.xml', data: numbering },
        ]),
  ];
  const blocks: Uint8Array[] = [];
  for await (const block of zipOf(parts)) blocks.push(block);
  return Buffer.concat(blocks);
}
