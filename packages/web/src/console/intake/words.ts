import { defineWords } from '../../words/index.ts';

/** Words of sending in. */
export const useIntakeWords = defineWords('intake', {
  title: ['报送', 'Send in'],
  about: [
    '选数据集和单位，拖入文件；Excel 工作簿、CSV、JSON 都可以',
    'Choose dataset and unit, drop a file: Excel workbook, CSV or JSON',
  ],
  nothingDue: ['目录里没有本单位须提供的数据', 'The catalogue asks nothing of your unit'],
  nothingDueHelp: [
    '现在没有要报送的。如有应报的事项，请与区信用办联系，在目录中登记后再报；需要时仍可选数据集试填。',
    'Nothing is due now. If something should be, tell the credit office, who enters it in the catalogue; any dataset can still be chosen.',
  ],
  choose: ['先选数据集和单位', 'First choose dataset and unit'],
  drop: ['把文件拖到这里，或点击选择', 'Drop a file here, or click to choose'],
  template: ['下载空表', 'Download the empty form'],
  sending: ['传输', 'Sending'],
  registered: ['登记', 'Registering'],
  checking: ['校验', 'Checking'],
  merging: ['入库', 'Taking in'],
  finished: ['办完', 'Done'],
  perSecond: ['{{speed}}/秒', '{{speed}}/s'],
  arrived: ['已传 {{sent}}，共 {{all}}', '{{sent}} of {{all}} sent'],
  brokenMidway: [
    '连接断了：{{name}} 传到 {{sent}}，共 {{all}}，没有传完，平台没有登记，也没有写入任何数据。请再提交一次。',
    'The line broke: {{sent}} of {{all}} of {{name}} arrived. Nothing was registered or written. Send it again.',
  ],
  brokenAtEnd: [
    '连接断了：{{name}} 的 {{all}} 都已发出，却没有等到答复，平台可能已经登记。请再提交一次：登记过的会找回原来的批次，不会重复入库。',
    'The line broke: all {{all}} of {{name}} left here, but no answer came, so it may have been registered. Send it again: what is registered is found, and never taken in twice.',
  ],
  foundBefore: [
    '这个文件以前提交过，本次没有写入任何数据。下面是当时的批次。',
    'This very file was sent in before; nothing was written now. Below is its batch.',
  ],
  foundAgain: [
    '上次断线前平台已经登记了这个文件。这就是那个批次，没有重复提交。',
    'The service had registered this file before the line broke. This is that batch; nothing was sent twice.',
  ],
  notTaken: ['这个文件没有受理，没有写入任何数据', 'This file was not taken; nothing was written'],
  withoutRows: [
    '文件里没有数据行，没有登记批次。请在表头之下至少填一行再提交；没有可报的，不必提交空表。',
    'The file holds no row, so no batch was made. Fill in at least one row below the header and send it again; if there is nothing to report, nothing need be sent.',
  ],
  otherFile: ['换一个文件', 'Choose another file'],
  again: ['再提交一次', 'Send again'],
  next: ['提交下一个文件', 'Send another file'],
  waitingTitle: ['待确认的行', 'Rows to confirm'],
  waitingAbout: [
    '没有错误，但须由本单位的人确认或放弃；此前不计入任何数字',
    'No error, but somebody of the unit must confirm or drop them; until then they count nowhere',
  ],
  waitingEmpty: ['没有待确认的行。', 'No row waits.'],
  decidedOn: ['决定日期', 'Decided on'],
  subject: ['主体', 'Subject'],
  number: ['文号', 'Number'],
  why: ['原因', 'Why'],
  row: ['行', 'Row'],
  as: ['处理', 'Decision'],
  asRow: ['确认无误', 'Confirm the row'],
  asCorrection: ['更正决定日期', 'It corrects the day'],
  asNew: ['同号另一决定', 'Another decision of the same number'],
  asDrop: ['放弃', 'Drop'],
  reason: ['理由', 'Reason'],
  needed: ['请填写', 'Please fill in'],
  confirm: ['确认这 {{count}} 行', 'Decide {{count}} rows', 'Decide this row'],
  decided: ['已办理 {{count}} 行', '{{count}} rows decided', '1 row decided'],
});
