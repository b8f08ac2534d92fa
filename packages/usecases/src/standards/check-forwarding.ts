/** Templates of forwarding: lawful to send, every column says one thing, every answer can be read in one way. */
import type { AnswerForm, ForwardTemplate } from '@xincheng/core/standards';
import type { PackContent } from './assemble.ts';
import type { Report } from './problem.ts';

/** Reports what does not fit in the templates. */
export function checkForwarding(pack: PackContent, report: Report): void {
  for (const template of pack.forwarding.values()) {
    const dataset = pack.datasets.get(template.id);
    if (dataset === undefined) {
      report(template, ['id'], 'unknown-dataset', `数据集 ${template.id} 没有定义。`);
      continue;
    }
    if (dataset.catalog.sharing === 'private') report(template, ['id'], 'not-shared', `目录规定 ${template.id} 不予共享，不得上传。`);
    const isNatural = template.kinds.includes('natural');
    if (isNatural !== (template.naturalBasis !== undefined)) report(template, ['kinds'], 'natural-basis', '上传自然人的记录须另写依据 naturalBasis；不上传则不写。');
    checkColumns(template, new Set(dataset.fields.map(({ code }) => code)), report);
    template.answers.forEach((form) => {
      checkAnswerForm(form, report);
    });
  }
}

function checkColumns({ columns }: ForwardTemplate, fields: ReadonlySet<string>, report: Report): void {
  const headers = new Set<string>();
  for (const column of columns) {
    const { header, field, own, constant } = column;
    if ([field, own, constant].filter((one) => one !== undefined).length !== 1) report(column, ['header'], 'forward-column', `列“${header}”应写 field、own、constant 之一，且只写一个。`);
    if (field !== undefined && !fields.has(field)) report(column, ['field'], 'unknown-field', `数据集没有字段 ${field}。`);
    if (headers.has(header)) report(column, ['header'], 'duplicate-column', `列名“${header}”写了两次。`);
    headers.add(header);
  }
  // Without it the city would take a withdrawal for one more record.
  const [first] = columns;
  if (first !== undefined && !columns.some(({ own }) => own === 'operation')) report(first, ['header'], 'forward-column', '须有一列 own: operation，说明是新增、修改还是撤销。');
}

function checkAnswerForm(form: AnswerForm, report: Report): void {
  const { row, number, subject, state } = form.columns;
  if (row === undefined && (number === undefined || subject === undefined)) report(form, ['columns'], 'answer-form', '要能按行号 row，或按文号 number 加主体代码 subject 找回每一行。');
  if (state === undefined && (form.accepted.length > 0 || form.refused.length !== 0)) report(form, ['columns'], 'answer-form', '没有状态列 state 的文件是错误清单：不写状态词，列出的都是未通过的行。');
  if (state !== undefined && form.accepted.length + form.refused.length === 0) report(form, ['columns'], 'answer-form', '有状态列 state，就要写出状态词。');
  const shared = form.accepted.find((word) => form.refused.includes(word));
  if (shared !== undefined) report(form, ['refused'], 'answer-form', `状态词“${shared}”不能既表示通过又表示未通过。`);
}
