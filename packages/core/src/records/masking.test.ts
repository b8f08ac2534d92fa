import { expect, test } from 'vitest';
import { maskAddress, maskBankAccount, maskCertificateNo, maskName, maskPhone, maskValue } from './index.ts';

test.each([
  ['张三', '张*', '张*'],
  ['王小明', '王*明', '王**'],
  ['欧阳娜娜', '欧**娜', '欧***'],
  ['𠮷', '*', '*'],
  ['𠮷三娘', '𠮷*娘', '𠮷**'],
  ['', '', ''],
])('name %s: staff %s, public %s', (name, staff, everybody) => {
  expect(maskName(name)).toBe(staff);
  expect(maskName(name, 'public')).toBe(everybody);
});

test('certificate numbers: three and four for staff, nothing for the public', () => {
  expect(maskCertificateNo('370112199001011234')).toBe('370***********1234');
  expect(maskCertificateNo('370112199001011234', 'public')).toBe('******************');
  expect(maskCertificateNo('E12345678')).toBe('E1*****78');
  expect(maskCertificateNo('123456')).toBe('******');
});

test('telephone numbers and bank accounts', () => {
  expect(maskPhone('13800001234')).toBe('138****1234');
  expect(maskPhone('0531-8888')).toBe('*********');
  expect(maskBankAccount('6222021234561234')).toBe('************1234');
  expect(maskBankAccount('12345678')).toBe('********');
});

test.each([
  ['济南市历城区洪家楼街道花园路1号', '济南市历城区洪家楼街道***'],
  ['济南市历城区唐王镇某村3号', '济南市历城区唐王镇***'],
  ['济南市历城区花园路1号2单元', '济南市历城区***'],
  ['花园路1号小镇花园', '***'],
  ['', '***'],
])('address %s: %s', (address, masked) => {
  expect(maskAddress(address)).toBe(masked);
});

test('a value of unknown kind is masked as what it looks like', () => {
  expect(maskValue('王小明')).toBe('王*明');
  expect(maskValue('37011219900101123')).toBe('370**********1123');
  expect(maskValue('abc')).toBe('***');
});
