import { defineWords } from '../../words/index.ts';

/** Words of registers and their form. */
export const useRegisterWords = defineWords('registers', {
  title: ['台账', 'Registers'],
  about: [
    '每个数据集一本：逐条填写，边填边校验；成批的到“报送”导入',
    'One for every dataset: entered one by one and checked as typed; whole files go in under “Send in”',
  ],
  choose: ['选一个数据集，看已有的记录，或新填一条。', 'Choose a dataset to see its records or enter one.'],
  empty: ['这个数据集还没有记录。', 'This dataset has no record yet.'],
  add: ['填一条', 'Enter one'],
  import: ['导入文件', 'Import a file'],
  subject: ['主体', 'Subject'],
  number: ['文号', 'Number'],
  decidedOn: ['日期', 'Day'],
  unit: ['单位', 'Unit'],
  version: ['版本', 'Version'],
  form: ['填一条：{{name}}', 'Enter one: {{name}}'],
  kept: ['草稿保存在这台电脑的浏览器里，含敏感字段的不存', 'The draft is kept in this browser, without sensitive fields'],
  send: ['提交这一条', 'Send this one'],
  clear: ['清空草稿', 'Clear the draft'],
  chooseUnit: ['报送单位', 'Sent by'],
  yuan: ['元', 'yuan'],
  'wan-yuan': ['万元', '10,000 yuan'],
  uncertain: ['待核', 'to be verified'],
  problems: ['还有 {{count}} 处要改', '{{count}} things to mend', '1 thing to mend'],
  clean: ['本行校验通过，可以提交', 'The row passes its checks'],
  whole: ['整行', 'The row'],
  sent: ['已提交，回执 {{receipt}}', 'Sent, receipt {{receipt}}'],
});
