/** What hangs on a record, entered in the same form: one small form for each row. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Issue } from '@xincheng/core/intake';
import type { components } from '../../api/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { Cells, Row } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import { ownFields, rolesOf } from './form-fields.ts';
import { useRegisterWords } from './words.ts';

type Form = components['schemas']['DatasetForm'];

interface Props {
  readonly form: Form;
  readonly parent: Form;
  readonly rows: readonly Row[];
  readonly put: (rows: readonly Row[]) => void;
  readonly issuesOf: (row: Row) => readonly Issue[];
  /** Numbers of the rows of a dataset in this form. */
  readonly numbersOf: (dataset: string) => readonly string[] | undefined;
}

/** A group of rows with a way to one more. Rows that are held already stay; new ones can be taken back. */
export function ChildRows({ form, parent, rows, put, issuesOf, numbersOf }: Props) {
  const say = useRegisterWords();
  const language = useLanguage();
  const name = labelIn(language, form.name);
  const change = (row: Row, cells: Cells): void =>
    put(rows.map((one) => (one.key === row.key ? { ...one, cells: { ...one.cells, ...cells } } : one)));
  return (
    <section className="stack" aria-label={name}>
      <h3>{name}</h3>
      {rows.map((row, index) => {
        const issues = issuesOf(row);
        return (
          <fieldset key={row.key} className="child-row">
            <legend>
              {name} {index + 1}
              {row.base === null && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={say('removeRow', { name, number: index + 1 })}
                  onClick={() => put(rows.filter(({ key }) => key !== row.key))}
                />
              )}
            </legend>
            <div className="form-grid">
              {ownFields(form, parent).map((field) => (
                <FieldInput
                  key={field.code}
                  field={field}
                  fields={form.fields}
                  kind="legal"
                  value={row.cells[field.code] ?? ''}
                  put={(cells) => change(row, cells)}
                  issues={(row.cells[field.code] ?? '') === '' ? [] : issues.filter(({ column }) => column === field.code)}
                  {...nearOf(field.ref, numbersOf)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      <div>
        <Button icon={<PlusOutlined />} onClick={() => put([...rows, { key: crypto.randomUUID(), cells: {}, base: null }])}>
          {say('addRow', { name })}
        </Button>
      </div>
    </section>
  );
}

function nearOf(ref: string | null, numbersOf: Props['numbersOf']): { readonly near?: readonly string[] } {
  const near = ref === null ? undefined : numbersOf(ref);
  return near === undefined ? {} : { near };
}

/** The numbers of rows, by the field that numbers them. */
export function numbersIn(form: Form, rows: readonly Row[]): readonly string[] {
  const number = form.fields.find((field) => rolesOf(field).includes('number'));
  return rows.map(({ cells }) => cells[number?.code ?? ''] ?? '').filter((text) => text !== '');
}
