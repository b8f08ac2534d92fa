export { looksLikeDecisionNumber, normaliseDecisionNumber, numberYear, plainNumber } from './decision-number.ts';
export { halfWidth } from './half-width.ts';
export { MONEY_PROBLEMS, fenIn, formatMoney, moneyDigits, parseMoney } from './money.ts';
export type { MoneyProblem, MoneyUnit } from './money.ts';
export { maskAddress, maskBankAccount, maskCertificateNo, maskName, maskPhone, maskValue } from './masking.ts';
export type { Audience } from './masking.ts';
export { parseDayText } from './day-text.ts';
export { daySuggestedBySerial, isExponentNumber } from './spreadsheet.ts';
