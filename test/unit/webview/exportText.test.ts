import { describe, expect, test } from 'vitest';
import type { Column, Row } from '../../../src/base/index.ts';
import { pickTable, tableText, type HeaderChoice } from '../../../src/webview/model/exportText.ts';
import type { ExportFormat } from '../../../src/protocol/index.ts';

const columns: readonly Column[] = [
  { name: 'Name', type: 'string' },
  { name: 'N', type: 'long' },
  { name: 'Bag', type: 'dynamic' },
];

function check(format: ExportFormat, rows: readonly Row[], expected: string, header: HeaderChoice = 'withHeader'): void {
  expect(tableText({ columns, rows }, format, header)).toBe(expected);
}

test('picking takes columns and rows in the order given', () => {
  const table = pickTable(columns, [['a', 1, null], ['b', 2, null]], [1, 0], [1, 0]);
  expect(table).toEqual({ columns: [columns[1], columns[0]], rows: [[2, 'b'], [1, 'a']] });
});

describe('CSV', () => {
  test('is RFC 4180', () => check('csv', [['a,"b"\r\nc', 5, { x: [1] }]], 'Name,N,Bag\r\n"a,""b""\r\nc",5,"{""x"":[1]}"\r\n'));
  test('without headers', () => check('csv', [['a', null, null]], 'a,,\r\n', 'withoutHeader'));
  test.each(['=1+1', '+1', '-1', '@SUM(1)', '\t=1', '＝1'])('%j is no formula', (text) => {
    expect(tableText({ columns: [columns[0]!], rows: [[text]] }, 'csv', 'withoutHeader')).toMatch(/^"?'/);
  });
  test('a negative number stays a number', () => check('csv', [['a', -5, null]], 'a,-5,\r\n', 'withoutHeader'));
  test('a column name is no formula either', () => {
    expect(tableText({ columns: [{ name: '=cmd()', type: 'string' }], rows: [] }, 'csv', 'withHeader')).toBe("'=cmd()\r\n");
  });
});

describe('TSV', () => {
  test('has tabs and plain line ends', () => check('tsv', [['a b', 5, null]], 'Name\tN\tBag\na b\t5\t\n'));
  test('quotes a tab inside a value', () => check('tsv', [['x\ty', 1, null]], '"x\ty"\t1\t\n', 'withoutHeader'));
});

describe('JSON', () => {
  test('keeps types, nulls and bags', () => check('json', [['a', 5, { x: 1 }], ['', null, null]], '[\n  { "Name": "a", "N": 5, "Bag": {"x":1} },\n  { "Name": "", "N": null, "Bag": null }\n]\n'));
  test('of no rows', () => check('json', [], '[]\n'));
  test('a column named __proto__ is a key like any other', () => {
    const text = tableText({ columns: [{ name: '__proto__', type: 'string' }], rows: [['x']] }, 'json', 'withHeader');
    expect(text).toBe('[\n  { "__proto__": "x" }\n]\n');
  });
});

describe('Markdown', () => {
  test('aligns numbers to the right', () => check('markdown', [['a', 5, null]], '| Name | N | Bag |\n| --- | ---: | --- |\n| a | 5 |  |\n'));
  const cell = (text: string): string => tableText({ columns: [columns[0]!], rows: [[text]] }, 'markdown', 'withHeader').split('\n')[2]!;
  test.each([
    ['a|b', '| a\\|b |'],
    ['<img src=x onerror=alert(1)>', '| &lt;img src=x onerror=alert\\(1\\)\\> |'],
    ['[x](command:run)', '| \\[x\\]\\(command:run\\) |'],
    ['two\nlines', '| two⏎lines |'],
    ['`code` **bold** &amp;', '| \\`code\\` \\*\\*bold\\*\\* &amp;amp; |'],
    ['https://evil.example/x', '| https:\\//evil.example/x |'],
    ['www.evil.example and a@b.example', '| www\\.evil.example and a\\@b.example |'],
  ])('%j is text', (text, expected) => expect(cell(text)).toBe(expected));
});
