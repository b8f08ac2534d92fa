/** One field of a form: its name and demand, its help, the fitting input, and what is wrong with what was typed. */
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import type { Issue } from '@xincheng/core/intake';
import type { components } from '../../api/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { Cells } from './draft.ts';
import { namesUnit } from './form-fields.ts';
import type { Kind } from './form-fields.ts';
import { InstrumentInput, ReferenceInput, UnitInput } from './looked-up.tsx';
import { useRegisterWords } from './words.ts';

type Field = components['schemas']['FieldForm'];

interface Props {
  readonly field: Field;
  /** All fields of the row: choosing a unit fills its code too. */
  readonly fields: readonly Field[];
  readonly kind: Kind;
  readonly value: string;
  readonly put: (cells: Cells) => void;
  readonly issues: readonly Issue[];
  /** Numbers of rows in this very form that a reference may name. */
  readonly near?: readonly string[];
}

/** Several codes stand in one cell with this between them. */
const BETWEEN_CODES = ';';
const DAY = 'YYYY-MM-DD';

/** Drawn from the field's definition alone. */
export function FieldInput(props: Props) {
  const { field, kind, issues } = props;
  const say = useRegisterWords();
  const language = useLanguage();
  const id = useId();
  const unit = field.unit === null ? '' : ` (${say(field.unit)})`;
  const help = field.guidance === null ? null : labelIn(language, field.guidance);
  return (
    <div className={field.types[kind] === 'longText' ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>
        {labelIn(language, field.name)}
        {unit}
        {field.requirements[kind] === 'required' && <span aria-hidden> *</span>}
        {field.certainty === 'uncertain' && <span className="small soon"> {say('uncertain')}</span>}
      </label>
      <Control {...props} id={id} hasIssues={issues.some(({ severity }) => severity === 'error')} />
      {help !== null && <p className="small soft">{help}</p>}
      {issues.map(({ code, message, fix, severity }) => (
        <p key={code} lang="zh-CN" role="alert" className={severity === 'error' ? 'small late' : 'small soon'}>
          {message} {fix}
        </p>
      ))}
    </div>
  );
}

type ControlProps = Props & { readonly id: string; readonly hasIssues: boolean };

function Control(props: ControlProps) {
  const { field, fields, kind, id, value, hasIssues, near } = props;
  const status = hasIssues ? ('error' as const) : ('' as const);
  const put = (text: string): void => props.put({ [field.code]: text });
  const type = field.types[kind];
  const looked = { id, status, value };
  if (namesUnit(field)) return <UnitInput {...looked} field={field} fields={fields} put={props.put} />;
  if (field.ref !== null) return <ReferenceInput {...looked} dataset={field.ref} put={put} near={near} />;
  if (field.cites === 'instrument') return <InstrumentInput {...looked} put={put} />;
  if ((type === 'code' || type === 'codes') && !field.hasFreeSuffix)
    return <CodeInput {...looked} field={field} kind={kind} put={put} isSeveral={type === 'codes'} />;
  if (type === 'day')
    return (
      <DatePicker
        id={id}
        status={status}
        value={value === '' || !dayjs(value).isValid() ? null : dayjs(value)}
        onChange={(day) => put(day?.format(DAY) ?? '')}
      />
    );
  const typed = {
    id,
    status,
    value,
    onChange: ({ target }: { readonly target: { readonly value: string } }) => put(target.value),
  };
  if (type === 'longText') return <Input.TextArea {...typed} rows={2} className="grows" />;
  const isNumber = type === 'money' || type === 'number' || type === 'integer';
  return <Input {...typed} placeholder={field.example ?? ''} {...(isNumber ? { inputMode: 'decimal' as const } : {})} />;
}

interface CodeProps {
  readonly id: string;
  readonly status: 'error' | '';
  readonly value: string;
  readonly field: Field;
  readonly kind: Kind;
  readonly put: (value: string) => void;
  readonly isSeveral: boolean;
}

function CodeInput({ id, status, value, field, kind, put, isSeveral }: CodeProps) {
  const language = useLanguage();
  const options = field.codes
    .filter(({ kinds }) => kinds?.includes(kind) !== false)
    .map((code) => ({ value: code.value, label: code.name === undefined ? code.value : labelIn(language, code.name) }));
  if (isSeveral)
    return (
      <Select
        id={id}
        mode="multiple"
        status={status}
        value={value === '' ? [] : value.split(BETWEEN_CODES)}
        options={options}
        onChange={(chosen: string[]) => put(chosen.join(BETWEEN_CODES))}
      />
    );
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      status={status}
      value={value === '' ? null : value}
      options={options}
      onChange={(chosen: string | null) => put(chosen ?? '')}
    />
  );
}
