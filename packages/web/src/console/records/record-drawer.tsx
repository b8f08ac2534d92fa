/** One record: content, clocks, versions with their differences, publicity. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EditOutlined } from '@ant-design/icons';
import { Tabs } from 'antd';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { ClockChip, DetailDrawer, Facts } from '../../parts/index.ts';
import { sayInstant, useUnits } from '../../reference/index.ts';
import { useMay } from '../../session/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import { differences, textOf } from './differences.ts';
import { ForwardingTab } from './forwarding-tab.tsx';
import { LookersTab } from './lookers-tab.tsx';
import { PublicityTab } from './publicity-tab.tsx';
import { StateMark } from './state-mark.tsx';
import { SubjectTab } from './subject-tab.tsx';
import { useRecordWords } from './words.ts';

type CreditRecord = components['schemas']['CreditRecord'];

interface Props {
  readonly id: string | null;
  readonly close: () => void;
}

/** Opened by the address. */
export function RecordDrawer({ id, close }: Props) {
  const { data, error, refetch } = useQuery({
    queryKey: ['record', id],
    queryFn: () => answerOf(api.GET('/api/v1/records/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== null,
  });
  return (
    <DetailDrawer title={data?.subject.name ?? ''} isOpen={id !== null} close={close}>
      {error !== null ? (
        <Trouble error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        <RecordTabs record={data} />
      )}
    </DetailDrawer>
  );
}

function RecordTabs({ record }: { readonly record: CreditRecord }) {
  const say = useRecordWords();
  const may = useMay();
  const { search, put } = useAddress();
  return (
    <Tabs
      className="wrapping-tabs"
      activeKey={search['tab'] ?? 'content'}
      onChange={(tab) => put({ tab })}
      items={[
        { key: 'content', label: say('content'), children: <Content record={record} /> },
        { key: 'clocks', label: say('clocks'), children: <Clocks record={record} /> },
        { key: 'versions', label: `${say('versions')} ${String(record.version)}`, children: <Versions record={record} /> },
        { key: 'publicity', label: say('publicity'), children: <PublicityTab record={record} /> },
        { key: 'forwarding', label: say('forwarding'), children: <ForwardingTab record={record} /> },
        { key: 'subject', label: say('subjectTab'), children: <SubjectTab subject={record.subject} /> },
        ...(may('audit.read') ? [{ key: 'lookers', label: say('lookers'), children: <LookersTab id={record.recordId} /> }] : []),
      ]}
    />
  );
}

/** Names of the dataset's fields, in the order of its form. */
function useFields(dataset: string) {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['dataset', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
    staleTime: Infinity,
  });
  const names = new Map(data?.fields.map(({ code, name }) => [code, labelIn(language, name)]));
  return { order: [...names.keys()], nameOf: (code: string) => names.get(code) ?? code };
}

function Content({ record }: { readonly record: CreditRecord }) {
  const say = useRecordWords();
  const fields = useFields(record.dataset);
  const units = useUnits();
  const may = useMay();
  const codes = [...new Set([...fields.order, ...Object.keys(record.values)])];
  return (
    <div className="stack">
      <Facts
        facts={[
          [say('state'), <StateMark key="state" {...record} />],
          [say('unit'), units.nameOf(record.unit)],
          [say('receivedAt'), sayInstant(record.receivedAt)],
          [
            say('batch'),
            <Link key="batch" to="/batches" search={{ open: record.lineage.batch }}>
              {say('rowOf', { row: record.lineage.row })}
            </Link>,
          ],
        ]}
      />
      {may('intake.submit', record.unit) && record.state !== 'withdrawn' && (
        <div>
          <Link to="/registers" search={{ dataset: record.dataset, form: record.recordId }}>
            <EditOutlined aria-hidden /> {say('correct')}
          </Link>
        </div>
      )}
      <Facts facts={codes.map((code) => [fields.nameOf(code), textOf(record.values[code])] as const)} />
    </div>
  );
}

function Clocks({ record }: { readonly record: CreditRecord }) {
  const say = useRecordWords();
  const language = useLanguage();
  if (record.timeliness.length === 0) return <p className="soft">{say('noClock')}</p>;
  return (
    <div className="stack">
      {record.timeliness.map(
        ({ deadline, jurisdiction, jurisdictionName, dueOn, isProvisional, isLate, lateDays, receivedOn, city }) => (
          <div key={deadline + jurisdiction} className="stack tight">
            <h3>{labelIn(language, jurisdictionName)}</h3>
            {dueOn !== null && (
              <ClockChip
                dueOn={dueOn}
                isProvisional={isProvisional}
                isDone={!isLate}
                source={{ deadline, jurisdiction, from: record.decidedOn }}
              />
            )}
            <p className={isLate ? 'late' : 'soft'}>
              {say('receivedAt')} {receivedOn} · {isLate ? say('lateBy', { count: lateDays }) : say('inTime')}
            </p>
            {city !== null && (
              <p className={city.isLate ? 'late' : 'soft'}>
                {say('city')} {city.receivedOn ?? say('cityWaiting')} ·{' '}
                {city.isLate ? say('lateBy', { count: city.lateDays }) : say('inTime')}
              </p>
            )}
          </div>
        ),
      )}
    </div>
  );
}

function Versions({ record }: { readonly record: CreditRecord }) {
  const id = record.recordId;
  const { data, error } = useQuery({
    queryKey: ['versions', id],
    queryFn: () => answerOf(api.GET('/api/v1/records/{id}/versions', { params: { path: { id } } })),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className="stack">
      {data.items.map((version, index) => (
        <Version key={version.version} version={version} before={data.items[index + 1] ?? null} />
      ))}
    </div>
  );
}

function Version({ version, before }: { readonly version: CreditRecord; readonly before: CreditRecord | null }) {
  const say = useRecordWords();
  const fields = useFields(version.dataset);
  const changed = before === null ? [] : differences(before.values, version.values, fields.order);
  return (
    <section className="stack tight">
      <h3>
        {say('version')} {version.version} · {sayInstant(version.writtenAt)}
      </h3>
      <p className="soft">
        <span lang="zh-CN">{version.reason}</span> · {version.writtenBy}
      </p>
      {before === null ? null : changed.length === 0 ? (
        <p className="soft">{say('same')}</p>
      ) : (
        <table className="plain-table" aria-label={say('changed')}>
          <thead>
            <tr>
              <th scope="col">{say('changed')}</th>
              <th scope="col">{say('before')}</th>
              <th scope="col">{say('after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ code, before: was, now }) => (
              <tr key={code}>
                <th scope="row">{fields.nameOf(code)}</th>
                <td>
                  <del>{was === '' ? '—' : was}</del>
                </td>
                <td>
                  <ins>{now === '' ? '—' : now}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
