/** Bulletins: month by month, as issued, with what reads otherwise since. */
import { App, Button, Tag } from 'antd';
import type { components } from '../../api/index.ts';
import { answerOf, api, download } from '../../api/index.ts';
import { DetailDrawer, Rate } from '../../parts/index.ts';
import { useMay } from '../../session/index.ts';
import { Page } from '../../shell/page.tsx';
import { TroubleText } from '../../shell/states.tsx';
import { useAddress } from '../../shell/use-address.ts';
import { DataTable, useWholeList } from '../../table/index.ts';
import type { Column } from '../../table/index.ts';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { Language } from '../../words/index.ts';
import { BulletinActs, stateOf } from './bulletin-acts.tsx';
import { Changes } from './changes.tsx';
import { useBulletinWords } from './words.ts';
import { WriteBulletin } from './write-bulletin.tsx';

type Bulletin = components['schemas']['Bulletin'];

/** The list; one opens as the page that was issued. */
export function BulletinsPage() {
  const say = useBulletinWords();
  const language = useLanguage();
  const may = useMay();
  const { search, put } = useAddress();
  const list = useWholeList(['bulletins'], () => answerOf(api.GET('/api/v1/bulletins')));
  const opened = list.items.find(({ id }) => id === search['open']);
  const columns: readonly Column<Bulletin>[] = [
    { id: 'month', title: say('month'), width: 100, text: ({ month }) => month },
    { id: 'title', title: say('name'), width: 360, text: ({ title }) => labelIn(language, title) },
    {
      id: 'serial',
      title: say('serial'),
      width: 200,
      text: ({ issued }) => (issued === null ? '—' : labelIn(language, issued.serial)),
    },
    {
      id: 'state',
      title: say('state'),
      width: 100,
      text: (one) => say(stateOf(one)),
      show: (one) => <span className={stateOf(one) === 'draft' ? 'soon' : ''}>{say(stateOf(one))}</span>,
    },
    { id: 'issuedOn', title: say('issuedOn'), width: 120, text: ({ issued }) => issued?.issuedOn ?? '—' },
    { id: 'named', title: say('named'), width: 110, isNumber: true, text: ({ named }) => String(named.length) },
  ];
  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={may('bulletin.draft') && <Button onClick={() => put({ write: '1' })}>{say('write')}</Button>}
    >
      <DataTable
        name="bulletins"
        title={say('title')}
        columns={columns}
        list={list}
        idOf={({ id }) => id}
        opened={search['open'] ?? null}
        open={({ id }) => put({ open: id })}
        empty={say('empty')}
      />
      <DetailDrawer
        title={opened === undefined ? '' : labelIn(language, opened.title)}
        isOpen={opened !== undefined}
        close={() => put({ open: '' })}
      >
        {opened !== undefined && <Detail key={opened.id} bulletin={opened} />}
      </DetailDrawer>
      <DetailDrawer
        title={say('write')}
        isOpen={search['write'] !== undefined && may('bulletin.draft')}
        close={() => put({ write: '' })}
      >
        <WriteBulletin leave={() => put({ write: '' })} opened={(id) => put({ write: '', open: id })} />
      </DetailDrawer>
    </Page>
  );
}

function Detail({ bulletin }: { readonly bulletin: Bulletin }) {
  const say = useBulletinWords();
  const language = useLanguage();
  const { id, issued, paragraphs, praised, named } = bulletin;
  return (
    <div className="stack">
      <div className="row">
        {issued === null ? <Tag>{say(stateOf(bulletin))}</Tag> : <Save id={id} />}
        {issued !== null && (
          <a href={`/api/v1/bulletins/${id}/page?language=${language}`} target="_blank" rel="noreferrer">
            {say('page')}
          </a>
        )}
        {bulletin.corrects !== null && (
          <span className="soft">
            {say('corrects')} {labelIn(language, bulletin.corrects)}
          </span>
        )}
      </div>
      {bulletin.dropped !== null && (
        <p className="soft">{say('droppedBy', { name: bulletin.dropped.name, reason: bulletin.dropped.reason })}</p>
      )}
      {bulletin.writers.length > 0 && (
        <p className="soft">
          {say('writers')}：{bulletin.writers.join('、')}
        </p>
      )}
      <BulletinActs bulletin={bulletin} />
      {paragraphs.map(({ heading, text }, index) => (
        <section key={index} className="stack tight reading">
          {heading !== null && <h2>{labelIn(language, heading)}</h2>}
          <p>{labelIn(language, text)}</p>
        </section>
      ))}
      <Numbers bulletin={bulletin} />
      {praised.length > 0 && (
        <p>
          {say('praised')} {praised.join('、')}
        </p>
      )}
      {named.length > 0 && (
        <section>
          <h2>{say('named')}</h2>
          <ul className="lines">
            {named.map(({ unit, name, reasons }) => (
              <li key={unit}>
                <span>{name}</span>
                <span className="late">{reasons.map((reason) => labelIn(language, reason)).join('；')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {issued !== null && <Changes id={id} />}
    </div>
  );
}

function Numbers({ bulletin: { columns, rows, total, before } }: { readonly bulletin: Bulletin }) {
  const say = useBulletinWords();
  const language = useLanguage();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={say('numbers')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{say('unit')}</th>
            {columns.map(({ id, name }) => (
              <th key={id} scope="col" className="number">
                {labelIn(language, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name={say('total')} cells={total} before={before} language={language} />
          {rows.map(({ unit, name, cells }) => (
            <Line key={unit} name={name} cells={cells} before={null} language={language} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  readonly name: string;
  readonly cells: Bulletin['total'];
  readonly before: Bulletin['before'];
  readonly language: Language;
}

function Line({ name, cells, before, language }: LineProps) {
  return (
    <tr>
      <th scope="row" className="nowrap">
        {name}
      </th>
      {cells.map((cell, index) => (
        <td key={index} className="number">
          <Rate cell={{ ...cell, shown: labelIn(language, cell.shown) }} before={before?.[index] ?? null} />
        </td>
      ))}
    </tr>
  );
}

function Save({ id }: { readonly id: string }) {
  const say = useBulletinWords();
  const { message } = App.useApp();
  const save = (): void => {
    download(`/api/v1/bulletins/${id}/pdf`).catch((error: unknown) => void message.error(<TroubleText error={error} />));
  };
  return (
    <Button type="primary" onClick={save}>
      {say('pdf')}
    </Button>
  );
}
