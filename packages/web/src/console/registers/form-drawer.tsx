/** A form drawn from a dataset's YAML: help by field, codes to choose, the very checks of the service as one types. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import type { components } from '../../api/index.ts';
import { answerOf, api } from '../../api/index.ts';
import { DetailDrawer } from '../../parts/index.ts';
import { useUnits } from '../../reference/index.ts';
import { useRowRules } from '../../rules/index.ts';
import { useSession } from '../../session/index.ts';
import { Loading, Trouble, TroubleText } from '../../shell/states.tsx';
import { labelIn, useLanguage } from '../../words/index.ts';
import { ReceiptView } from '../batches/receipt-view.tsx';
import { dropDraft, keepDraft, keptDraft } from './draft.ts';
import type { Draft } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import { useRegisterWords } from './words.ts';

type DatasetForm = components['schemas']['DatasetForm'];
type Field = components['schemas']['FieldForm'];

interface Props {
  readonly dataset: string;
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Opened by the address. */
export function FormDrawer({ dataset, isOpen, close }: Props) {
  const say = useRegisterWords();
  const language = useLanguage();
  const { unit } = useSession();
  const { data, error } = useQuery({
    queryKey: ['dataset', dataset],
    queryFn: () => answerOf(api.GET('/api/v1/datasets/{dataset}', { params: { path: { dataset } } })),
    staleTime: Infinity,
    enabled: isOpen,
  });
  return (
    <DetailDrawer
      title={data === undefined ? '' : say('form', { name: labelIn(language, data.name) })}
      isOpen={isOpen}
      close={close}
    >
      <div className="stack">
        {error !== null ? (
          <Trouble error={error} />
        ) : data === undefined ? (
          <Loading />
        ) : (
          <Entry key={dataset + unit} form={data} unit={unit} />
        )}
      </div>
    </DetailDrawer>
  );
}

/** What the sender itself is filled in already. */
function prefilled({ fields }: DatasetForm, sender: { readonly name: string; readonly uscc: string } | undefined): Draft {
  if (sender === undefined) return {};
  const own: Readonly<Record<string, string>> = {
    sourceName: sender.name,
    sourceUscc: sender.uscc,
    authorityName: sender.name,
    authorityUscc: sender.uscc,
  };
  const known = (field: Field): string | undefined =>
    [field.role, ...field.alsoRoles].map((role) => own[role ?? '']).find((text) => text !== undefined);
  return Object.fromEntries(
    fields.flatMap((field): [string, string][] => {
      const text = known(field);
      return text === undefined ? [] : [[field.code, text]];
    }),
  );
}

function Entry({ form, unit }: { readonly form: DatasetForm; readonly unit: string }) {
  const say = useRegisterWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const units = useUnits();
  const sender = units.list.find(({ id }) => id === unit);
  const [draft, setDraft] = useState<Draft>(() => ({ ...prefilled(form, sender), ...keptDraft(form.id, unit) }));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const rules = useRowRules(form.id, unit);
  const issues = rules?.check(draft, 1) ?? [];
  const push = useMutation({
    mutationFn: () => {
      const key = crypto.randomUUID();
      const records = [Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== ''))];
      return answerOf(
        api.POST('/api/v1/batches', {
          params: { header: { 'idempotency-key': key } },
          body: { dataset: form.id, unit, records },
        }),
      );
    },
    onSuccess: ({ receipt }) => {
      void message.success(say('sent', { receipt: receipt.receiptNo }));
      if (receipt.rejected === 0) dropDraft(form.id, unit);
      void queries.invalidateQueries();
    },
    onError: (error) => void message.error(<TroubleText error={error} />),
  });
  const put = (code: string, value: string): void => {
    const next = { ...draft, [code]: value };
    setDraft(next);
    setTouched(new Set([...touched, code]));
    keepDraft(form.id, unit, form.fields, next);
  };
  const clear = (): void => {
    dropDraft(form.id, unit);
    setDraft(prefilled(form, sender));
    setTouched(new Set());
  };
  if (rules === null) return <Loading />;
  if (push.data !== undefined) return <ReceiptView receipt={push.data.receipt} />;
  const errors = issues.filter(({ severity }) => severity === 'error');
  const ofRow = issues.filter(({ column }) => column === null);
  return (
    <>
      <p className="small soft">{say('kept')}</p>
      {form.fields.map((field: Field) => (
        <FieldInput
          key={field.code}
          field={field}
          value={draft[field.code] ?? ''}
          put={(value) => put(field.code, value)}
          issues={touched.has(field.code) ? issues.filter(({ column }) => column === field.code) : []}
        />
      ))}
      {ofRow.map(({ code, message: sentence, fix }) => (
        <Alert key={code} type="warning" showIcon title={say('whole')} description={`${sentence} ${fix}`} />
      ))}
      <div className="row form-foot">
        <Button type="primary" disabled={errors.length > 0} loading={push.isPending} onClick={() => push.mutate()}>
          {say('send')}
        </Button>
        <Button onClick={clear}>{say('clear')}</Button>
        <span className={errors.length > 0 ? 'late' : 'proven'} role="status">
          {errors.length > 0 ? say('problems', { count: errors.length }) : say('clean')}
        </span>
      </div>
    </>
  );
}
