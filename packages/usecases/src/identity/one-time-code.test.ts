import { describe, expect, it } from 'vitest';
import { matchTotp, newTotpSecret, totpCode, totpStep, totpUri } from './one-time-code.ts';

/** RFC 6238, appendix B: the ASCII text 12345678901234567890 in base32; the last six of the eight digits stated there. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('one-time codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('are those of the standard at second %i', (second, code) => {
    expect(totpCode(SECRET, totpStep(new Date(second * 1000)))).toBe(code);
  });

  it('hold for the step before and after, and no longer', () => {
    const now = new Date('2026-11-26T08:00:10Z');
    const step = totpStep(now);
    const matched = [-2, -1, 0, 1, 2].map((away) => matchTotp(SECRET, totpCode(SECRET, step + away), now));
    expect(matched).toEqual([null, step - 1, step, step + 1, null]);
    for (const wrong of ['', '12345', '1234567', 'abcdef', '１２３４５６']) expect(matchTotp(SECRET, wrong, now)).toBeNull();
  });

  it('have secrets of 160 bits, never twice the same', () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/u);
    expect(totpUri(SECRET, '信用历城', 'wang.li')).toBe(
      `otpauth://totp/%E4%BF%A1%E7%94%A8%E5%8E%86%E5%9F%8E:wang.li?secret=${SECRET}&issuer=%E4%BF%A1%E7%94%A8%E5%8E%86%E5%9F%8E`,
    );
  });
});
