/** Filters that several lists share. */
import { Select } from 'antd';
import { useDatasets, useUnits } from '../reference/index.ts';
import { defineWords } from '../words/index.ts';

const useWords = defineWords('choices', {
  dataset: ['数据集', 'Dataset'],
  unit: ['单位', 'Unit'],
});

interface Props {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Which of them may be chosen; all when absent. */
  readonly only?: (id: string) => boolean;
}

/** One dataset, or all. */
export function DatasetChoice({ value, onChange, only = () => true }: Props) {
  const say = useWords();
  const { list, nameOf } = useDatasets();
  const options = list.filter(({ id }) => only(id)).map(({ id }) => ({ value: id, label: nameOf(id) }));
  return <Choice label={say('dataset')} value={value} options={options} onChange={onChange} />;
}

/** One unit, or all. */
export function UnitChoice({ value, onChange, only = () => true }: Props) {
  const say = useWords();
  const { list } = useUnits();
  const options = list.filter(({ id }) => only(id)).map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={say('unit')} value={value} options={options} onChange={onChange} />;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One of several, or none. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select
      className="choice"
      aria-label={label}
      placeholder={label}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={280}
      value={value ?? null}
      options={[...options]}
      onChange={(next: string | null) => onChange(next ?? undefined)}
    />
  );
}
