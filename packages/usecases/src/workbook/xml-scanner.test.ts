import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteText } from './byte-text.ts';
import { XmlScanner } from './xml-scanner.ts';

/** What is found, as text; attributes `a` and texts resolved. */
function found(xml: string, sizes: readonly number[] = [1 << 20]): string {
  const bytes = Buffer.from(xml);
  const log: string[] = [];
  const text = new ByteText(16);
  const flush = (): void => {
    if (text.length > 0) log.push(`"${text.toString()}"`);
    text.clear();
  };
  const scanner: XmlScanner = new XmlScanner('part', ['a', 'b', 'row'], {
    open: (name) => {
      flush();
      const a = scanner.attribute('a');
      log.push(`<${String(name)}${a === null ? '' : ` ${a}`}`);
    },
    close: (name) => {
      flush();
      log.push(`${String(name)}>`);
    },
    text: (from, start, end, isRaw) => {
      if (!text.appendXml(from, start, end, isRaw)) throw new Error('reference');
    },
  });
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    scanner.push(bytes.subarray(at, at + size));
    at += size;
  }
  scanner.finish();
  return log.join(' ');
}

const ODD = `\ufeff<?xml version="1.0"?><!-- > <a> --><x:a xmlns:x="u" a='1>2'><b a="3"/>历城&lt;&#x5386;&#22478;\r\n<![CDATA[<&amp;]]>\r<row >\t</row\n></x:a>\n`;

describe('walking over XML', () => {
  it('finds elements by local name, attributes and texts', () => {
    expect(found(ODD)).toBe('<0 1>2 <1 3 1> "历城<历城\n<&amp;\n" <2 "\t" 2> 0>');
  });

  it('finds the same however the bytes are cut', () => {
    const whole = found(ODD);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        expect(found(ODD.slice(1), sizes)).toBe(whole);
      }),
    );
  });

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>text',
    '<!DOCTYPE a><a/>',
    '<a b></a>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a',
    '<a><![CDATA[x</a>',
    '<a>&x;</a>',
    '<a>&#xD800;</a>',
    '<a>& </a>',
    '</a>',
    '<>',
    '<a/ >',
    '<b>'.repeat(129) + '</b>'.repeat(129),
  ])('refuses %s', (xml) => {
    expect(() => found(xml)).toThrow();
  });
});
