import { describe, expect, test } from 'vitest';
import { formatDelimitedHeader, formatDelimitedRow, lineColumnAt, neutraliseFormula, visibleText, visibleTextUpTo } from '../../../src/base/index.ts';

describe('visibleText', () => {
  test('shows line breaks, escapes and direction marks', () => {
    expect(visibleText('a\nb\r\tc')).toBe('a⏎b␍⇥c');
    expect(visibleText('\u001b[31mred')).toBe('⟨U+001B⟩[31mred');
    expect(visibleText('exe.\u202egnp')).toBe('exe.⟨U+202E⟩gnp');
  });

  test('leaves letters of any script and emoji alone', () => {
    expect(visibleText('Größe 日本 🔑 – “x”')).toBe('Größe 日本 🔑 – “x”');
  });

  test('cuts at a whole character and says so', () => {
    expect(visibleTextUpTo('abcdef', 4)).toBe('abc…');
    expect(visibleTextUpTo('abcd', 4)).toBe('abcd');
    expect(visibleTextUpTo('🔑🔑🔑', 2)).toBe('🔑…');
    expect(visibleTextUpTo('x'.repeat(10_000), 5)).toBe('xxxx…');
  });
});

describe('delimited text', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('neutralises %j in a string', (text) => {
    expect(neutraliseFormula(text, 'string')).toBe(`'${text}`);
  });

  test('leaves numbers and ordinary text alone', () => {
    expect(neutraliseFormula('-1', 'long')).toBe('-1');
    expect(neutraliseFormula('a=1', 'string')).toBe('a=1');
  });

  test('quotes what the separator, quotes and line breaks need', () => {
    const columns = [
      { name: 'a', type: 'string' as const },
      { name: '=b', type: 'dynamic' as const },
      { name: 'c', type: 'long' as const },
    ];
    expect(formatDelimitedHeader(columns, ',')).toBe("a,'=b,c");
    expect(formatDelimitedRow(['x,"y"\nz', { k: 1 }, -5], columns, ',')).toBe('"x,""y""\nz","{""k"":1}",-5');
    expect(formatDelimitedRow(['x,y', null, 5], columns, '\t')).toBe('x,y\t\t5');
    expect(formatDelimitedRow(['=HYPERLINK("http://x","y")', null, 0], columns, ',')).toBe('"\'=HYPERLINK(""http://x"",""y"")",,0');
  });
});

test('lineColumnAt counts from one and knows every line end', () => {
  expect(lineColumnAt('ab\r\ncd\nef', 0)).toEqual({ line: 1, column: 1 });
  expect(lineColumnAt('ab\r\ncd\nef', 5)).toEqual({ line: 2, column: 2 });
  expect(lineColumnAt('ab\r\ncd\nef', 7)).toEqual({ line: 3, column: 1 });
});
