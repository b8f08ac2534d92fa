import { describe, expect, it } from 'vitest';
import type { components } from '../../api/index.ts';
import type { Draft } from './draft.ts';
import { fieldsFor, isKeyChanged, prefilled, toPush, unitCells, withInherited } from './form-fields.ts';

type Form = components['schemas']['DatasetForm'];
type Field = components['schemas']['FieldForm'];

function field(code: string, role: string | null, more: Partial<Field> = {}): Field {
  const required = { legal: 'required', soleTrader: 'required', natural: 'required' } as const;
  return { code, role, alsoRoles: [], requirements: required, ...more } as Field;
}

const fields = [
  field('kind', 'subjectCategory'),
  field('name', 'subjectName'),
  field('code', 'subjectUscc', { requirements: { legal: 'required', soleTrader: 'required', natural: 'blank' } }),
  field('no', 'number'),
  field('office', 'authorityName', { alsoRoles: ['sourceName'] }),
  field('officeCode', 'authorityUscc'),
  field('sourceCode', 'sourceUscc'),
  field('remark', 'remark'),
];
const form = { fields, categories: { 自然人: 'natural' } } as unknown as Form;
const child = {
  id: 'x.part',
  fields: [field('no', 'parentNumber'), field('part', 'number'), field('sum', null)],
} as unknown as Form;
const unit = { id: 'u', name: '示例局', uscc: '113' };

describe('a form', () => {
  it('asks for what its kind of subject has', () => {
    expect(fieldsFor(form, { kind: '自然人' }).map(({ code }) => code)).not.toContain('code');
    expect(fieldsFor(form, { kind: '自然人', code: '1' }).map(({ code }) => code)).toContain('code');
    expect(fieldsFor(form, {}).map(({ code }) => code)).toContain('code');
  });

  it('fills the codes of a unit with its name', () => {
    const office = fields[4];
    if (office === undefined) throw new Error('no such field');
    const filled = { office: '示例局', officeCode: '113', sourceCode: '113' };
    expect(unitCells(fields, office, unit)).toEqual(filled);
    expect(prefilled(fields, unit)).toEqual(filled);
  });

  it('knows when a change makes another record', () => {
    const held = { name: '甲', code: '91', no: '1', remark: '' };
    expect(isKeyChanged(form, held, { ...held, remark: '改' })).toBe(false);
    expect(isKeyChanged(form, held, { ...held, name: '乙' })).toBe(false);
    expect(isKeyChanged(form, held, { ...held, no: '2' })).toBe(true);
    expect(isKeyChanged(form, { name: '甲', no: '1' }, { name: '乙', no: '1' })).toBe(true);
  });

  it('gives its children what they repeat', () => {
    expect(withInherited(child, { no: '1', name: '甲' }, { part: '2' })).toEqual({ no: '1', part: '2' });
  });
});

describe('what is sent', () => {
  const base = { record: 'r', version: 3 };
  const held: Draft = {
    row: { key: 'r', cells: { no: '1', code: '91', remark: '' }, base },
    children: { 'x.part': [{ key: 'c', cells: { part: '1', sum: '5' }, base: { record: 'c', version: 1 } }] },
  };

  it('is based on what was found, and leaves untouched children alone', () => {
    const draft = { ...held, row: { ...held.row, cells: { no: '1', code: '91', remark: '改' } } };
    expect(toPush(form, [child], held, draft)).toEqual({ no: '1', code: '91', remark: '改', basedOn: base });
  });

  it('replaces the record, and what hangs on it, when its number changes', () => {
    const draft = { ...held, row: { ...held.row, cells: { no: '2', code: '91' } } };
    expect(toPush(form, [child], held, draft)).toEqual({
      no: '2',
      code: '91',
      basedOn: base,
      replaces: 'r',
      children: { part: [{ part: '1', sum: '5', basedOn: { record: 'c', version: 1 }, replaces: 'c' }] },
    });
  });

  it('sends a new row with new children whole', () => {
    const draft: Draft = {
      row: { key: 'new', cells: { no: '1', remark: '' }, base: null },
      children: { 'x.part': [{ key: 'n1', cells: { part: '1' }, base: null }] },
    };
    expect(toPush(form, [child], null, draft)).toEqual({ no: '1', children: { part: [{ part: '1' }] } });
  });
});
