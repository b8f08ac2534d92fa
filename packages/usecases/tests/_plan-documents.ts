/** Plans in the forms of other districts, all invented, each with what a person reads in it. */
import { LIST_NUMBERING, docx, paragraph, table } from './_docx.ts';

/** Number, leads, responsible, supporting, and the day, `standing` or nothing. */
export type KeyRow = readonly [number: string, leads: string, responsible: string, supporting: string, due: string];

export interface PlanDocument {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: () => Promise<Uint8Array>;
  readonly key: readonly KeyRow[];
}

async function text(...lines: readonly string[]): Promise<Uint8Array> {
  return Promise.resolve(Buffer.from(lines.join('\n'), 'utf8'));
}

/** Verbs in half-width brackets, lines broken by the width of the paper, the year in the title. */
const VERBS: PlanDocument = {
  name: 'A、B牵头，C配合',
  fileName: 'verbs.txt',
  bytes: () =>
    text(
      '云川区2022年社会信用体系建设工作要点',
      '',
      '为做好全年工作，制定本要点。',
      '一、完善信用制度',
      '(一)健全公共信用信息归集机制。对照目录逐项核对数据来源,数据归集及时率达到',
      '95%以上。(区发改局、区大数据局牵头，区市场监管局、区税务局配合，6月底前',
      '完成)',
      '(二)编制年度信用承诺事项清单，不少于30项。(区行政审批局牵头，区级各部门、各镇街配合，2022年3月31日前完成)',
      '(三)修订红黑名单管理办法。(区发改局负责，年底前完成)',
      '二、强化分级监管',
      '(一)开展养老托育领域信用评价，12月底前完成首轮评价。(区民政局、区卫健局按职责分工负责)',
      '(二)推进环境信用评价结果应用，评价覆盖率不低于90%。(市生态环境局云川分局牵头,区住建局、区水利局和区农业农村局配合,第三季度末前完成)',
      '(三)开展“双随机、一公开”监管。(区市场监管局牵头，各有关部门按职责分工负责，持续推进)',
      '三、优化修复服务',
      '(一)修复申请在3个工作日内办结。(区发改局、区司法局负责，长期坚持)',
      '(二)每半年回访一次企业。(区工商联负责)',
    ),
  key: [
    ['一1', '区发改局 区大数据局', '', '区市场监管局 区税务局', '2022-06-30'],
    ['一2', '区行政审批局', '', '区级各部门 各镇街', '2022-03-31'],
    ['一3', '', '区发改局', '', '2022-12-31'],
    ['二1', '', '区民政局 区卫健局', '', '2022-12-31'],
    ['二2', '市生态环境局云川分局', '', '区住建局 区水利局 区农业农村局', '2022-09-30'],
    ['二3', '区市场监管局', '各有关部门', '', 'standing'],
    ['三1', '', '区发改局 区司法局', '', 'standing'],
    ['三2', '', '区工商联', '', ''],
  ],
};

/** A notice around the plan, three levels, units only, days in the sentences. */
const SENTENCES: PlanDocument = {
  name: '（责任单位：…）',
  fileName: 'sentences.txt',
  bytes: () =>
    text(
      '北溪县人民政府办公室关于印发北溪县创建信用示范县三年行动方案的通知',
      '北政办发〔2021〕17号',
      '各乡镇人民政府，县政府各部门：',
      '《北溪县创建信用示范县三年行动方案》已经县政府同意，现印发给你们，请认真组织实施。',
      '北溪县人民政府办公室',
      '2021年9月6日',
      '北溪县创建信用示范县三年行动方案',
      '一、总体要求',
      '坚持政府推动、社会共建。',
      '二、主要任务',
      '（一）政务诚信',
      '１．建立政府合同履约台账，2021年底前，完成全部在履行合同的清理。（责任单位：县财政局、县司法局，各乡镇人民政府）',
      '２．严格兑现招商承诺。到2022年10月底前，历史遗留问题清零。（责任单位：县商务局、县工信局、县自然资源和规划局等部门）',
      '３．健全公务员诚信档案。（责任单位：县委组织部、县人社局）',
      '（二）商务诚信',
      '１．规范预付卡经营行为，按照《单用途商业预付卡管理办法》（商务部令〔2012〕9号）检查。（牵头单位:县商务局;配合单位:县市场监管局、县公安局）',
      '２．2022年6月底前建成家政服务信用平台，2023年6月底前实现全覆盖。（责任单位：县商务局）',
      '３．推进“信易贷”，新增授信企业不少于200家。（牵头单位：县金融办；责任单位：各银行机构、县税务局；完成时限：2022年第二季度末）',
      '三、保障措施',
      '（一）加强领导。成立领导小组。',
      '（二）强化督查。定期通报。',
    ),
  key: [
    ['一1', '', '县财政局 县司法局 各乡镇人民政府', '', '2021-12-31'],
    ['一2', '', '县商务局 县工信局 县自然资源和规划局', '', '2022-10-31'],
    ['一3', '', '县委组织部 县人社局', '', ''],
    ['二1', '县商务局', '', '县市场监管局 县公安局', ''],
    ['二2', '', '县商务局', '', ''],
    ['二3', '县金融办', '各银行机构 县税务局', '', '2022-06-30'],
  ],
};

/** A real Word table: merged cells, a head on every page, units one below the other. */
const WORD_TABLE: PlanDocument = {
  name: 'table in Word',
  fileName: 'table.docx',
  bytes: () =>
    docx({
      body: [
        paragraph('青岭区信用建设重点任务清单'),
        paragraph('（2023年4月10日）'),
        table([
          ['序号', '领域', '重点任务', '牵头单位', '责任单位', '完成时限'],
          [
            '1',
            { text: '政务诚信', merge: 'restart' },
            '清理拖欠账款，确保拖欠清零',
            '区财政局',
            '区住房和城乡建设局\n区交通运输局',
            '2023年6月底',
          ],
          ['2', { text: '', merge: 'continue' }, '开展政府采购信用核查', '区财政局', '区属各单位', '长期'],
          ['序号', '领域', '重点任务', '牵头单位', '责任单位', '完成时限'],
          ['3', { text: '商务诚信', merge: 'restart' }, '推广食品安全信用档案', '区市场监管局', '各街道、各镇', '2023.09.30'],
          ['4', { text: '', merge: 'continue' }, '治理虚假宣传', '区市场监管局、区委网信办', '——', '2023年10月前'],
          ['5', '社会诚信', '建设家庭医生履约评价', '区卫生健康局', '区医保局及各社区卫生服务中心', '2023年1月—2023年11月'],
          ['6', '社会诚信', '归集学术诚信信息', '', '区教育局', '2022年12月31日'],
        ]),
      ],
    }),
  key: [
    ['一1', '区财政局', '区住房和城乡建设局 区交通运输局', '', '2023-06-30'],
    ['一2', '区财政局', '区属各单位', '', 'standing'],
    ['二3', '区市场监管局', '各街道 各镇', '', '2023-09-30'],
    ['二4', '区市场监管局 区委网信办', '', '', ''],
    ['三5', '区卫生健康局', '区医保局 各社区卫生服务中心', '', '2023-11-30'],
    ['三6', '', '区教育局', '', '2022-12-31'],
  ],
};

/** Numbers that only the lists of Word know, a tracked deletion, a text box given twice. */
const WORD_LISTS: PlanDocument = {
  name: 'lists in Word',
  fileName: 'lists.docx',
  bytes: () =>
    docx({
      numbering: LIST_NUMBERING,
      body: [
        paragraph('石湖市城区信用惠民工作实施方案'),
        paragraph('重点任务', { level: 0 }),
        paragraph('信用就医', { level: 1 }),
        paragraph('在区人民医院开通先诊疗后付费。（区卫健委负责，2024年3月15日前完成）', { level: 2 }),
        paragraph('扩大到街道卫生院。（由区卫健委牵头，区医保局、城东、城西、湖滨街道配合，2024年上半年完成）', {
          level: 2,
          deleted: '城南、',
        }),
        paragraph('信用出行', { level: 1 }),
        paragraph('推行公交信用乘车。（区交通局会同区公交公司负责，二〇二四年九月底前）', { level: 2, box: '示意图' }),
        paragraph('保障措施', { level: 0 }),
        paragraph('落实经费。（区财政局负责）', { level: 1 }),
        paragraph('强化宣传。（区委宣传部牵头，各街道办事处、各有关单位配合，常态化推进）', { level: 1 }),
      ],
    }),
  key: [
    ['一1', '', '区卫健委', '', '2024-03-15'],
    ['一2', '区卫健委', '', '区医保局 城东街道 城西街道 湖滨街道', '2024-06-30'],
    ['二1', '区交通局', '区公交公司', '', '2024-09-30'],
    ['保障1', '', '区财政局', '', ''],
    ['保障2', '区委宣传部', '', '各街道办事处 各有关单位', 'standing'],
  ],
};

const OWN_LINES = [
  '临泽区落实信用示范创建任务分工方案',
  '2020年3月2日',
  '一、双公示',
  '1、加强数据报送。行政许可、行政处罚信息7个工作日内上传。',
  '牵头单位：区发展和改革局',
  '责任单位：区行政审批服务局、区综合行政执法局、区文化和旅游局等具有行政许可权的部门',
  '完成时限：2020年4月30日前',
  '2、提高数据质量，合格率达到百分之九十八。',
  '责任单位：区发展和改革局、区政务服务中心，各镇（街道）',
  '完成时限：长期坚持',
  '二、联合奖惩',
  '1、制定措施清单。',
  '牵头部门：区发展和改革局 配合部门：区人民法院、区税务局',
  '完成时间：2020年5月',
  '2、推进嵌入式应用，',
  '实现自动比对。',
  '责任单位：区大数据中心、人民银行临泽支行',
  '完成时限：2019年12月31日前',
  '3、开展失信专项治理。',
  '责任单位：区委政法委、区法院',
];

/** Parts on lines of their own, in GB18030. */
const GB_LINES: PlanDocument = {
  name: 'lines of their own in GB18030',
  fileName: 'lines.txt',
  bytes: async () => Promise.resolve(gb18030(OWN_LINES.join('\r\n'))),
  key: [
    ['一1', '区发展和改革局', '区行政审批服务局 区综合行政执法局 区文化和旅游局 具有行政许可权的部门', '', '2020-04-30'],
    ['一2', '', '区发展和改革局 区政务服务中心 各镇（街道）', '', 'standing'],
    ['二1', '区发展和改革局', '', '区人民法院 区税务局', '2020-05-31'],
    ['二2', '', '区大数据中心 人民银行临泽支行', '', '2019-12-31'],
    ['二3', '', '区委政法委 区法院', '', ''],
  ],
};

/** Square brackets, paragraphs without numbers, points that share one bracket, and a table of tabs behind. */
const MIXED: PlanDocument = {
  name: '【…】, no numbers, tabs',
  fileName: 'mixed.txt',
  bytes: () =>
    text(
      '海宁新区信用体系建设2025年行动计划',
      '（一）夯实基础',
      '完善统一社会信用代码管理，重错码率低于万分之一。【牵头单位：新区市场监管局；责任单位：新区社会事务局、新区党群工作部；完成时限：2025年上半年】',
      '升级信用平台。【牵头单位：新区大数据局，完成时限：11月底前】',
      '（二）拓展应用',
      '１.推出“信易+”场景',
      '（１）信易游。',
      '（２）信易租。【责任单位：新区文旅局、新区住建局以及各园区，2025年12月20日前】',
      '２.发布典型案例不少于5个。【责任单位：新区融媒体中心、新区工会；配合单位：新区团工委；时间节点：2025年10月15日】',
      '附件：任务补充表',
      '序号\t工作任务\t责任部门\t配合部门\t时限',
      '1\t梳理证明事项\t新区司法局\t新区各部门\t明年3月底前',
      '2\t建设信用广场\t新区城管局、南港镇\t\t2025年7月1日',
    ),
  key: [
    ['一1', '新区市场监管局', '新区社会事务局 新区党群工作部', '', '2025-06-30'],
    ['一2', '新区大数据局', '', '', '2025-11-30'],
    ['二1', '', '新区文旅局 新区住建局 各园区', '', '2025-12-20'],
    ['二2', '', '新区融媒体中心 新区工会', '新区团工委', '2025-10-15'],
    ['任务1', '', '新区司法局', '新区各部门', '2026-03-31'],
    ['任务2', '', '新区城管局 南港镇', '', '2025-07-01'],
  ],
};

export const OTHER_PLANS: readonly PlanDocument[] = [VERBS, SENTENCES, WORD_TABLE, WORD_LISTS, GB_LINES, MIXED];

/** Node decodes GB18030 and does not encode it: the codes of all characters of two bytes, turned round. */
function gb18030(words: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let first = 0x81; first < 0xff; first += 1)
    for (let second = 0x40; second < 0xff; second += 1) {
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (second !== 0x7f && [...sign].length === 1 && !codes.has(sign)) codes.set(sign, [first, second]);
    }
  return Uint8Array.from([...words].flatMap((sign) => (sign < '\u0080' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? []))));
}
