/** Somebody was quicker: what they changed beside one's own draft, to be taken field by field. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import type { ApiProblem, components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { disputes, firstSide, settled } from './both-versions.ts';
import type { Side } from './both-versions.ts';
import type { Base, Cells } from './draft.ts';
import { cellsOf } from './held-draft.ts';
import { useRegisterWords } from './words.ts';

type Form = components['schemas']['DatasetForm'];
type CreditRecord = components['schemas']['CreditRecord'];

interface Props {
  readonly problem: ApiProblem;
  readonly form: Form;
  readonly base: Base;
  readonly mine: Cells;
  /** Goes on from the newer version. */
  readonly settle: (cells: Cells, base: Base) => void;
}

/** Reads both versions and lets one choose. */
export function Conflict({ problem, form, base, mine, settle }: Props) {
  const { data, error } = useQuery({
    queryKey: ['versions', base.record, 'conflict', problem.number],
    queryFn: () => answerOf(api.GET('/api/v1/records/{id}/versions', { params: { path: { id: base.record } } })),
  });
  if (error !== null) return <Trouble error={error} />;
  const [newest] = data?.items ?? [];
  if (data === undefined || newest === undefined) return <Loading />;
  const seen = data.items.find(({ version }) => version === base.version) ?? newest;
  return <Choose problem={problem} form={form} seen={seen} newest={newest} mine={mine} settle={settle} />;
}

interface ChooseProps extends Pick<Props, 'problem' | 'form' | 'mine' | 'settle'> {
  readonly seen: CreditRecord;
  readonly newest: CreditRecord;
}

function Choose({ problem, form, seen, newest, mine, settle }: ChooseProps) {
  const say = useRegisterWords();
  const theirs = cellsOf(newest);
  const all = disputes(
    cellsOf(seen),
    theirs,
    mine,
    form.fields.map(({ code }) => code),
  );
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = (dispute: (typeof all)[number]): Side => chosen[dispute.code] ?? firstSide(dispute);
  const takeAll = (side: Side): void => setChosen(Object.fromEntries(all.map(({ code }) => [code, side])));
  const goOn = (): void => settle(settled(theirs, all, sideOf), { record: newest.recordId, version: newest.version });
  return (
    <section className="stack" aria-label={say('conflict')}>
      <Alert type="warning" showIcon title={say('conflict')} description={<span lang="zh-CN">{problem.message}</span>} />
      {all.length === 0 ? (
        <p>{say('noDispute')}</p>
      ) : (
        <>
          <div className="row">
            <Button onClick={() => takeAll('theirs')}>{say('takeTheirs')}</Button>
            <Button onClick={() => takeAll('mine')}>{say('takeMine')}</Button>
          </div>
          {all.map((dispute) => (
            <DisputeRow
              key={dispute.code}
              form={form}
              dispute={dispute}
              side={sideOf(dispute)}
              choose={(side) => setChosen({ ...chosen, [dispute.code]: side })}
            />
          ))}
        </>
      )}
      <div>
        <Button type="primary" onClick={goOn}>
          {say('goOn', { version: newest.version })}
        </Button>
      </div>
    </section>
  );
}

interface RowProps {
  readonly form: Form;
  readonly dispute: ReturnType<typeof disputes>[number];
  readonly side: Side;
  readonly choose: (side: Side) => void;
}

function DisputeRow({ form, dispute: { code, before, theirs, mine }, side, choose }: RowProps) {
  const say = useRegisterWords();
  const language = useLanguage();
  const field = form.fields.find((one) => one.code === code);
  const name = field === undefined ? code : labelIn(language, field.name);
  const shown = (text: string): string => (text === '' ? say('blank') : text);
  return (
    <fieldset className="child-row">
      <legend>{name}</legend>
      <p className="small soft">
        {say('before')}：{shown(before)}
      </p>
      <Radio.Group
        value={side}
        onChange={({ target }) => choose(target.value as Side)}
        className="stack tight"
        options={[
          { value: 'theirs', label: `${say('theirs')}：${shown(theirs)}` },
          { value: 'mine', label: `${say('mine')}：${shown(mine)}` },
        ]}
      />
    </fieldset>
  );
}
