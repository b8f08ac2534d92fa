/** One field of a form: its name and demand, its help, the fitting input, and what is wrong with what was typed. */
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import type { Issue } from '@xincheng/core/intake';
import type { components } from '../../api/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { useRegisterWords } from './words.ts';

type Field = components['schemas']['FieldForm'];

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly put: (value: string) => void;
  readonly issues: readonly Issue[];
}

/** Several codes stand in one cell with this between them. */
const BETWEEN_CODES = ';';
const DAY = 'YYYY-MM-DD';

/** Drawn from the field's definition alone. */
export function FieldInput({ field, value, put, issues }: Props) {
  const say = useRegisterWords();
  const language = useLanguage();
  const id = useId();
  const name = labelIn(language, field.name);
  const unit = field.unit === null ? '' : ` (${say(field.unit)})`;
  const help = field.guidance === null ? null : labelIn(language, field.guidance);
  return (
    <div className="field">
      <label htmlFor={id}>
        {name}
        {unit}
        {field.requirements.legal === 'required' && <span aria-hidden> *</span>}
        {field.certainty === 'uncertain' && <span className="small soon"> {say('uncertain')}</span>}
      </label>
      <Control field={field} id={id} value={value} put={put} hasIssues={issues.some(({ severity }) => severity === 'error')} />
      {help !== null && <p className="small soft">{help}</p>}
      {issues.map(({ code, message, fix, severity }) => (
        <p key={code} lang="zh-CN" role="alert" className={severity === 'error' ? 'small late' : 'small soon'}>
          {message} {fix}
        </p>
      ))}
    </div>
  );
}

interface ControlProps {
  readonly field: Field;
  readonly id: string;
  readonly value: string;
  readonly put: (value: string) => void;
  readonly hasIssues: boolean;
}

function Control({ field, id, value, put, hasIssues }: ControlProps) {
  const language = useLanguage();
  const status = hasIssues ? ('error' as const) : ('' as const);
  const type = field.types.legal;
  if ((type === 'code' || type === 'codes') && !field.hasFreeSuffix) {
    const options = field.codes.map((code) => ({
      value: code.value,
      label: code.name === undefined ? code.value : labelIn(language, code.name),
    }));
    if (type === 'codes')
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
  if (type === 'day')
    return (
      <DatePicker
        id={id}
        status={status}
        value={value === '' ? null : dayjs(value)}
        onChange={(day) => put(day?.format(DAY) ?? '')}
      />
    );
  if (type === 'longText')
    return (
      <Input.TextArea
        id={id}
        status={status}
        rows={2}
        className="grows"
        value={value}
        onChange={({ target }) => put(target.value)}
      />
    );
  return (
    <Input id={id} status={status} value={value} onChange={({ target }) => put(target.value)} placeholder={field.example ?? ''} />
  );
}
