/**
 * What the district's plan gives out, read by a person: number, day in June 2021, leads, responsible, supporting (ids of the directory
 * without `lc-`; `+` where others are meant that are not named), targets, instruments.
 */
const SEVEN = 'jtj xzsp wjj jtys cgj zrzy scjg xuke-chufa';
const FIRMS = 'kgjt jrkg cjjt kfjt';

export const LICHENG_KEY: readonly (readonly [string, number, string, string, string, string, string])[] = [
  ['一1', 30, 'zzb', 'bumen jiedao', '', '', ''],
  ['一2', 30, 'fgj', 'bumen', '', '', '国办发〔2020〕49号'],
  ['二1', 30, 'zzb', '', 'bumen jiedao', '', ''],
  ['二2', 30, 'zzb', '', 'bumen jiedao', '', ''],
  ['二3', 30, 'fgj fy', 'bwb danwei jiedao', '', 'zero equal 0; zero equal 0', ''],
  ['三1', 30, 'fgj', 'bwb nyj scjg sfj xzsp jgsw +', '', 'zero equal 0', ''],
  ['三2', 30, 'sfj xzsp', 'gaj rsj mzj wjj +', '', '', '国办发〔2020〕42号'],
  ['三3', 30, 'fgj', 'danwei jiedao', '', '', ''],
  ['三4', 30, '', 'jianguan', '', '', '国办发〔2019〕35号'],
  ['三5', 20, '', 'czj zrzy fgj jrfz zjj swj ylj rfb kjj gxj xzsp zzb xcb jggw ggzy +', '', '', ''],
  ['四1', 30, '', `czj fgj ${FIRMS} jiedao`, '', 'zero equal 0', ''],
  ['四2', 30, '', 'fgj czj bumen jiedao', '', '', ''],
  ['四3', 30, '', 'dfjr czj jiedao', '', '', ''],
  ['四4', 30, '', 'dfjr jiedao', '', '', ''],
  ['四5', 20, 'czj', `fgj ${FIRMS} jiedao`, '', '', ''],
  ['五1', 30, 'nyj', 'gaj dsj tjj jiedao', '', '', ''],
  ['六1', 30, '', 'swsw swj gdgs zjj gxj scjg +', '', '', ''],
  ['六2', 30, 'fgj', 'jrfz bumen jiedao', '', 'growth above; growth above; growth above', ''],
  ['六3', 30, '', 'fgj gxj jrfz swsw wlj gsl jiedao +', '', 'growth above', ''],
  ['六4', 30, '', 'fgj gxj jrfz czj', '', '', ''],
  ['六5', 30, 'dfjr', 'gsl gxj nyj jrfz jiedao +', '', '', ''],
  ['六6', 15, '', 'czj fgj jrfz jiedao', '', '', ''],
  ['七1', 15, 'xzsp', 'fgj xitong jinzhu', '', '', ''],
  ['七2', 30, 'fgj', 'sheqi', '', '', ''],
  ['八1', 30, 'xcb', 'danwei jiedao', '', '', '诚信缺失'],
  ['八2', 30, 'fgj', 'scjg jtys swj sthj gxj zjj jd-guodian jd-baoshan jd-caishi jd-dongfeng jd-quanfu +', '', '', '屡禁不止'],
  ['八3', 30, 'fgj', 'danwei jiedao', '', '', '信用服务机构'],
  ['九1', 30, 'xcb', 'danwei jiedao', '', '', ''],
  ['九2', 30, 'xcb fgj', 'scjg gxj jtj jggw rmt bumen jiedao', '', '', ''],
  ['十1', 30, 'fgj', SEVEN, '', 'natural-days at-most 15; percent at-least 100', ''],
  ['十2', 30, 'fgj', SEVEN, '', 'per-100000 below 1', ''],
  ['十3', 15, 'fgj', SEVEN, '', 'working-days at-most 5', ''],
  ['十4', 30, 'fgj', 'chufa', '', 'working-days at-most 3', ''],
  ['十一1', 30, 'fgj', 'danwei jiedao', '', '', ''],
  ['十一2', 30, '', 'danwei jiedao', '', '', ''],
  ['保障1', 15, 'fgj', 'danwei jiedao', '', '', ''],
  ['保障2', 15, '', 'fgj czj', '', '', ''],
];
