/** Fields that name something the platform knows: a unit, a record of another dataset, an instrument. One may still type freely. */
import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Select } from 'antd';
import { useDeferredValue } from 'react';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { useInstruments, useUnits } from '../../reference/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { Cells } from './draft.ts';
import { unitCells } from './form-fields.ts';

type Field = components['schemas']['FieldForm'];

interface Props {
  readonly id: string;
  readonly status: 'error' | '';
  readonly value: string;
}

const MOST_OFFERED = 20;
const BETWEEN = ';';

/** A unit by its name; choosing one writes its code as well. */
export function UnitInput({
  id,
  status,
  value,
  field,
  fields,
  put,
}: Props & { readonly field: Field; readonly fields: readonly Field[]; readonly put: (cells: Cells) => void }) {
  const { list } = useUnits();
  const offered = list
    .filter(({ name, aliases, uscc }) => [name, uscc, ...aliases].some((text) => text.includes(value)))
    .slice(0, MOST_OFFERED);
  const write = (text: string): void => {
    const unit = list.find(({ name }) => name === text);
    put(unit === undefined ? { [field.code]: text } : unitCells(fields, field, unit));
  };
  return (
    <AutoComplete
      id={id}
      status={status}
      value={value}
      options={offered.map(({ name, uscc }) => ({ value: name, label: `${name} ${uscc}` }))}
      onChange={(text: string) => write(text)}
    />
  );
}

/** The number of another record: of those that hang on the same one, or found by number and name as one types. */
export function ReferenceInput({
  id,
  status,
  value,
  dataset,
  put,
  near,
}: Props & { readonly dataset: string; readonly put: (value: string) => void; readonly near?: readonly string[] | undefined }) {
  const text = useDeferredValue(value.trim());
  const { data } = useQuery({
    queryKey: ['records', 'reference', dataset, text],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/records', {
          params: { query: { dataset, limit: MOST_OFFERED, ...(text === '' ? {} : { text }) } },
        }),
      ),
    enabled: near === undefined,
  });
  const options =
    near?.map((number) => ({ value: number, label: number })) ??
    data?.items.map(({ number, subject, decidedOn }) => ({ value: number, label: `${number} · ${subject.name} · ${decidedOn}` }));
  return (
    <AutoComplete id={id} status={status} value={value} options={options ?? []} onChange={(chosen: string) => put(chosen)} />
  );
}

/** Instruments that are cited, by number or title; what the platform does not know may be typed. */
export function InstrumentInput({ id, status, value, put }: Props & { readonly put: (value: string) => void }) {
  const language = useLanguage();
  const instruments = useInstruments();
  const options = [...instruments.values()].map(({ title, number }) => ({
    value: number ?? title.zh,
    label: `${labelIn(language, title)} ${number ?? ''}`,
  }));
  return (
    <Select
      id={id}
      status={status}
      mode="tags"
      value={value === '' ? [] : value.split(BETWEEN)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(chosen: string[]) => put(chosen.join(BETWEEN))}
    />
  );
}
