/** The way into a file for a list that is not shown as a table. */
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { defineWords } from '../words/index.ts';
import { csvOf } from './columns.ts';
import type { Column } from './columns.ts';
import { saveText } from './save-text.ts';

const useWords = defineWords('save-list', { save: ['导出 CSV', 'Export CSV'] });

interface Props<T> {
  readonly title: string;
  readonly columns: readonly Column<T>[];
  readonly items: readonly T[];
}

/** A button that saves all items. */
export function SaveList<T>({ title, columns, items }: Props<T>) {
  const say = useWords();
  return (
    <Button type="text" icon={<DownloadOutlined />} onClick={() => saveText(`${title}.csv`, csvOf(columns, items))}>
      {say('save')}
    </Button>
  );
}
