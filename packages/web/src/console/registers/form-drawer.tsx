/** A form drawn from a dataset's YAML, for a new record or the next version of one. */
import { useQueries, useQuery } from '@tanstack/react-query';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { useSession } from '../../session/index.ts';
import { Loading, Trouble } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import type { Draft } from './draft.ts';
import { Entry } from './entry.tsx';
import { prefilled } from './form-fields.ts';
import { draftOf } from './held-draft.ts';
import { useRegisterWords } from './words.ts';

type DatasetForm = components['schemas']['DatasetForm'];

interface Props {
  readonly dataset: string;
  /** `new`, or the id of the record that is corrected; null while closed. */
  readonly what: string | null;
  readonly close: () => void;
}

const NEW = 'new';
const MOST_CHILDREN = 500;

function readForm(dataset: string) {
  return {
    queryKey: ['dataset', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
    staleTime: Infinity,
  };
}

/** Opened by the address. */
export function FormDrawer({ dataset, what, close }: Props) {
  const say = useRegisterWords();
  const language = useLanguage();
  const { data, error } = useQuery({ ...readForm(dataset), enabled: what !== null });
  const title = data === undefined ? '' : say(what === NEW ? 'form' : 'correct', { name: labelIn(language, data.name) });
  return (
    <DetailDrawer title={title} isOpen={what !== null} close={close}>
      <div className="stack">
        {error !== null ? (
          <Trouble error={error} />
        ) : data === undefined || what === null ? (
          <Loading />
        ) : (
          <WithChildren key={dataset + what} form={data} what={what} />
        )}
      </div>
    </DetailDrawer>
  );
}

function WithChildren({ form, what }: { readonly form: DatasetForm; readonly what: string }) {
  const children = useQueries({ queries: form.children.map(readForm) });
  const error = children.map((one) => one.error).find((one) => one !== null);
  const forms = children.flatMap(({ data }) => (data === undefined ? [] : [data]));
  if (error !== undefined) return <Trouble error={error} />;
  if (forms.length < form.children.length) return <Loading />;
  return what === NEW ? <NewEntry form={form} forms={forms} /> : <Correction form={form} forms={forms} id={what} />;
}

interface FormsProps {
  readonly form: DatasetForm;
  readonly forms: readonly DatasetForm[];
}

function NewEntry({ form, forms }: FormsProps) {
  const { unit } = useSession();
  const units = useUnits();
  const sender = units.list.find(({ id }) => id === unit);
  if (sender === undefined) return <Loading />;
  const blank: Draft = { row: { key: NEW, cells: prefilled(form.fields, sender), base: null }, children: {} };
  return <Entry key={unit} form={form} forms={forms} unit={unit} start={blank} record={null} />;
}

function Correction({ form, forms, id }: FormsProps & { readonly id: string }) {
  const { data, error } = useQuery({
    queryKey: ['correction', id],
    queryFn: async () => {
      const record = await answerOf(api.GET('/api/v1/records/{id}', { params: { path: { id } } }));
      const below =
        form.children.length === 0
          ? { items: [] }
          : await answerOf(api.GET('/api/v1/records', { params: { query: { parent: id, limit: MOST_CHILDREN } } }));
      return {
        record,
        held: draftOf(
          record,
          below.items.filter(({ state }) => state !== 'withdrawn'),
        ),
      };
    },
    // What is being corrected must not change under one's hands: a newer version is told when one sends.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <Loading />;
  return <Entry form={form} forms={forms} unit={data.record.unit} start={data.held} record={id} />;
}
