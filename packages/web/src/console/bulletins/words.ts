import { defineWords } from '../../words/index.ts';

/** Words of bulletins. */
export const useBulletinWords = defineWords('bulletins', {
  title: ['通报', 'Bulletins'],
  about: [
    '每月一期；签发后不再改动，以后的变化并列显示',
    'One a month; never changed once issued, later corrections stand beside it',
  ],
  empty: ['还没有签发过通报。', 'No bulletin has been issued yet.'],
  month: ['月份', 'Month'],
  name: ['标题', 'Title'],
  serial: ['期号', 'Serial'],
  issuedOn: ['签发', 'Issued on'],
  draft: ['草稿', 'draft'],
  named: ['点名', 'Named'],
  praised: ['表扬：', 'Praised:'],
  corrects: ['更正：', 'Corrects:'],
  numbers: ['各单位数字', 'Numbers by unit'],
  unit: ['单位', 'Unit'],
  total: ['合计', 'Total'],
  pdf: ['下载 PDF', 'Download the PDF'],
  changes: ['签发以后的变化', 'What changed since'],
  unchanged: ['签发以后数字没有变化。', 'No number has changed since.'],
});
