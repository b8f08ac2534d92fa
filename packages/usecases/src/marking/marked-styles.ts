/**
 * Styles of marked cells. A marked cell keeps all of its own style but the fill, and what the fill was is kept in the new one, so that
 * marks can be taken away when the workbook comes back.
 */
import type { Severity } from '@xincheng/core/standards';
import { attributeOf, elementAt, elementsOf, replaced, withAttribute } from './xml.ts';
import type { Found } from './xml.ts';
import type { Dialect } from './package-text.ts';
import { Unpatchable } from './unpatchable.ts';

/** Fills by severity. No palette has exactly these, so that a sender's own colours are never taken for ours. */
export const FILL_COLOURS: Readonly<Record<Severity, string>> = { error: 'FFFFC7CD', confirm: 'FFFFE59B', warning: 'FFD9E8F7' };

const OURS = new Set(Object.values(FILL_COLOURS));
/** In a solid fill nothing shows the background: there the fill from before waits. */
const NO_FILL_BEFORE = '<bgColor indexed="64"/>';
/** Built-in format of text. */
const TEXT_FORMAT = '49';

/** Number format of days in workbooks of our own. */
export const DAY_FORMAT = '164';

/** How a cell of our own sheets looks. */
export interface Look {
  /** As an element; the workbook's own when absent. */
  readonly font?: string;
  readonly colour?: string;
  /** Id of a built-in number format. */
  readonly number?: string;
  /** Long text runs on over blank cells beside it, instead of being broken into lines. */
  readonly isOneLine?: boolean;
}

/** Fonts of our own sheets. */
export const TITLE_FONT =
  '<font><b/><sz val="16"/><color rgb="FF1F3A5F"/><name val="宋体"/><family val="3"/><charset val="134"/></font>';
export const HEADING_FONT =
  '<font><b/><sz val="11"/><color rgb="FF1F3A5F"/><name val="宋体"/><family val="3"/><charset val="134"/></font>';
export const HEADING_COLOUR = 'FFE4EAF1';

/** The styles of a workbook, with those added that marks need. */
export class MarkedStyles {
  readonly #xml: string;
  readonly #fillsAt: Found;
  readonly #formatsAt: Found;
  readonly #fontsAt: Found;
  readonly #fonts: string[];
  readonly #fills: string[];
  readonly #formats: string[];
  readonly #added = new Map<string, number>();

  /** Throws `Unpatchable` where the styles are not what they should be. */
  constructor(xml: string) {
    const [fonts, fills, formats] = [elementAt(xml, 'fonts'), elementAt(xml, 'fills'), elementAt(xml, 'cellXfs')];
    if (fonts === null || fills === null || formats === null) throw new Unpatchable('styles');
    this.#fontsAt = fonts;
    this.#fonts = itemsOf(fonts, 'font');
    this.#xml = xml;
    this.#fillsAt = fills;
    this.#formatsAt = formats;
    this.#fills = itemsOf(fills, 'fill');
    this.#formats = itemsOf(formats, 'xf');
    if (this.#formats.length === 0) throw new Unpatchable('styles');
  }

  /** True when the workbook was marked before. */
  get hasMarks(): boolean {
    return this.#fills.some(isOurs);
  }

  /** The style with the fill of a severity. */
  marked(style: number, severity: Severity): number {
    const base = this.unmarked(style);
    return this.#once(`mark ${String(base)} ${severity}`, () => {
      const before = elementAt(this.#fillOf(base), 'fgColor');
      const isSolid = before !== null && this.#fillOf(base).includes('"solid"');
      const kept = isSolid ? before.tag.replace('<fgColor', '<bgColor').replace(/\s*\/?>$/u, '/>') : NO_FILL_BEFORE;
      return this.#withFill(base, solid(`<fgColor rgb="${FILL_COLOURS[severity]}"/>`, kept));
    });
  }

  /** The style as it was before a mark of ours. */
  unmarked(style: number): number {
    const fill = this.#fillOf(style);
    if (!isOurs(fill)) return style;
    return this.#once(`plain ${String(style)}`, () => {
      const kept = elementAt(fill, 'bgColor')?.tag ?? NO_FILL_BEFORE;
      if (attributeOf(kept, 'indexed') === '64') return this.#withFill(style, null);
      return this.#withFill(style, solid(kept.replace('<bgColor', '<fgColor'), NO_FILL_BEFORE));
    });
  }

  /** A plain style for text, which never becomes a number, a date or a formula. */
  text(): number {
    return this.plain(TEXT_FORMAT);
  }

  /** A plain style with a number format, by its id. */
  plain(format: string): number {
    return this.#once(`plain format ${format}`, () => {
      const base = this.#xml.includes('<cellStyleXfs') ? ' xfId="0"' : '';
      return this.#add(`<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0"${base} applyNumberFormat="1"/>`);
    });
  }

  /** A look of our own sheets: text, broken into lines, on a colour; numbers stand where text does, not at the next column's edge. */
  look({ font, colour, number = TEXT_FORMAT, isOneLine = false }: Look): number {
    const alignment = `${number === TEXT_FORMAT ? '' : 'horizontal="left" '}vertical="top"${isOneLine ? '' : ' wrapText="1"'}`;
    return this.#once(`look ${font ?? ''} ${colour ?? ''} ${number} ${alignment}`, () => {
      const fontId = font === undefined ? 0 : this.#once(`font ${font}`, () => this.#fonts.push(font) - 1);
      const fill = colour === undefined ? null : solid(`<fgColor rgb="${colour}"/>`, NO_FILL_BEFORE);
      const fillId = fill === null ? 0 : this.#once(`fill ${fill}`, () => this.#fills.push(fill) - 1);
      const base = this.#xml.includes('<cellStyleXfs') ? ' xfId="0"' : '';
      return this.#add(
        `<xf numFmtId="${number}" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="0"${base} applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment ${alignment}/></xf>`,
      );
    });
  }

  /** The whole part. */
  xml(): string {
    // The later element first, so that places of the earlier one stay.
    const parts = [
      { at: this.#fontsAt, name: 'fonts', items: this.#fonts },
      { at: this.#fillsAt, name: 'fills', items: this.#fills },
      { at: this.#formatsAt, name: 'cellXfs', items: this.#formats },
    ].sort((a, b) => b.at.start - a.at.start);
    return parts.reduce((text, { at, name, items }) => {
      const open = withAttribute(at.tag.replace(/\s*\/>$/u, '>'), 'count', String(items.length));
      return replaced(text, at, `${open}${items.join('')}</${name}>`);
    }, this.#xml);
  }

  #fillOf(style: number): string {
    const id = attributeOf(this.#formats[style] ?? '', 'fillId');
    return this.#fills[Number(id ?? 0)] ?? '';
  }

  #withFill(style: number, fill: string | null): number {
    const id = fill === null ? 0 : this.#once(`fill ${fill}`, () => this.#fills.push(fill) - 1);
    const format = this.#formats[style] ?? this.#formats[0] ?? '';
    const tag = elementAt(format, 'xf')?.tag ?? format;
    const changed = withAttribute(withAttribute(tag, 'fillId', String(id)), 'applyFill', id === 0 ? null : '1');
    return this.#add(changed + format.slice(tag.length));
  }

  #add(format: string): number {
    return this.#formats.push(format) - 1;
  }

  #once(key: string, make: () => number): number {
    const known = this.#added.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.#added.set(key, made);
    return made;
  }
}

function itemsOf({ inner }: Found, name: string): string[] {
  return elementsOf(inner, name).map(({ start, end }) => inner.slice(start, end));
}

function solid(foreground: string, background: string): string {
  return `<fill><patternFill patternType="solid">${foreground}${background}</patternFill></fill>`;
}

function isOurs(fill: string): boolean {
  const colour = elementAt(fill, 'fgColor');
  return colour !== null && OURS.has((attributeOf(colour.tag, 'rgb') ?? '').toUpperCase());
}

/** Styles of a workbook that is made from nothing. */
export function freshStyles({ main }: Pick<Dialect, 'main'>): MarkedStyles {
  return new MarkedStyles(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${main}">` +
      `<numFmts count="1"><numFmt numFmtId="${DAY_FORMAT}" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
      '<fonts count="1"><font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font></fonts>' +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  );
}
