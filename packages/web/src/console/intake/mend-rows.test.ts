import { expect, it } from 'vitest';
import { rejectedRows } from './mend-rows.ts';

const fields = [
  { code: 'a', name: { zh: '名称' }, aliases: [] },
  { code: 'b', name: { zh: '代码' }, aliases: ['编码'] },
];

it('takes the rows that were sent back, by whatever name their columns go', () => {
  const csv = '\uFEFF名称,编码,备注,处理结果\r\n甲,1,x,已入库\r\n乙,2,y,退回\r\n';
  expect(rejectedRows(csv, fields)).toEqual([{ rowNo: 3, cells: { a: '乙', b: '2' } }]);
  expect(rejectedRows('名称\r\n甲\r\n', fields)).toEqual([]);
});
