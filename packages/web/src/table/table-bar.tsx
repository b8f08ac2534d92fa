/** Above a list: its filters, the choice of columns, and the way into a file. */
import { DownloadOutlined, SettingOutlined } from '@ant-design/icons';
import { App, Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Note } from '../parts/index.ts';
import { saveText } from './save-text.ts';
import { TroubleText } from '../shell/states.tsx';
import { defineWords } from '../words/index.ts';
import { csvOf } from './columns.ts';
import type { Column } from './columns.ts';
import { MOST_EXPORTED_ROWS } from './use-list.ts';

const useWords = defineWords('table-bar', {
  columns: ['选择列', 'Choose columns'],
  save: ['导出 CSV', 'Export CSV'],
  cut: [
    '只导出了前 {{count}} 行。需要更多时，请加筛选条件分几次导出。',
    'Only the first {{count}} rows were exported. For more, filter and export in parts.',
  ],
});

interface Props<T> {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly shown: readonly Column<T>[];
  readonly choose: (ids: readonly string[]) => void;
  readonly readAll: () => Promise<readonly T[]>;
  readonly filters: ReactNode;
}

/** The bar. What is exported are the columns on show and every row of the list, not only those read so far. */
export function TableBar<T>({ title, columns, shown, choose, readAll, filters }: Props<T>) {
  const say = useWords();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      const items = await readAll();
      saveText(`${title}.csv`, csvOf(shown, items));
      if (items.length >= MOST_EXPORTED_ROWS) void message.info(say('cut', { count: MOST_EXPORTED_ROWS }));
    } catch (error) {
      void message.error(<TroubleText error={error} />);
    }
    setBusy(false);
  };
  const choice = (
    <Checkbox.Group
      className="column-choice"
      value={shown.map(({ id }) => id)}
      options={columns.map((column) => ({ label: column.title, value: column.id }))}
      onChange={(ids) => ids.length > 0 && choose(columns.map(({ id }) => id).filter((id) => ids.includes(id)))}
    />
  );
  return (
    <div className="table-bar">
      {filters}
      <div className="row push">
        <Note title={say('columns')} content={choice} placement="bottomRight">
          <Button type="text" icon={<SettingOutlined />}>
            {say('columns')}
          </Button>
        </Note>
        <Button type="text" icon={<DownloadOutlined />} loading={isBusy} onClick={() => void save()}>
          {say('save')}
        </Button>
      </div>
    </div>
  );
}
