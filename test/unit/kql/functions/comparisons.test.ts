import { describe, expect, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';
import { runKql } from '../../../support/runKql.ts';

async function refused(expression: string, code: string): Promise<void> {
  await expect(runKql(`print ${expression}`), expression).rejects.toThrow(code);
}

describe('comparisons', () => {
  it('need a cast between types', async () => {
    await refused('"a" == 1', 'KQL053');
    await refused('tolong("1") == strcat("1")', 'KQL053');
    await refused('strcat("1") in (1, tolong("2"))', 'KQL053');
    await refused('strcat("1") == 1.0', 'KQL053');
    await refused('1 in ("1")', 'KQL053');
    await refused('1 in ((print "1"))', 'KQL053');
    await refused('true == 1', 'KQL053');
    await refused('"b" between (1 .. 2)', 'K');
  });
  it('take any numbers together, and a dynamic with anything', () =>
    checkScalars([
      ['1 == 1.0', 'bool', true],
      ['int(2) < 2.5', 'bool', true],
      ['3 between (2.5 .. int(3))', 'bool', true],
      ['2 in (1.0, 2.0)', 'bool', true],
      ['dynamic("a") == "a"', 'bool', true],
      ['dynamic({"a": 5}).a > 4', 'bool', true],
      ['dynamic([1, 2])[1] == 2', 'bool', true],
    ]));
  it('of a text with a number that is written out go by its digits', async () => {
    const found = async (condition: string): Promise<unknown> => (await runKql(`datatable(Code: string)["0", "50126", "00", ""] | where ${condition}`)).rows.flat();
    expect(await found('Code == 0')).toEqual(['0']);
    expect(await found('50126 == Code')).toEqual(['50126']);
    expect(await found('Code != 0')).toEqual(['50126', '00', '']);
    expect(await found('Code in (0, 50126)')).toEqual(['0', '50126']);
    expect(await found('Code !in (0, 50126)')).toEqual(['00', '']);
    expect(await found('Code in (0, "00")')).toEqual(['0', '00']);
  });
  it('of a real that is no number', () =>
    checkScalars([
      ['real(nan) == real(nan)', 'bool', false],
      ['real(nan) != real(nan)', 'bool', true],
      ['real(nan) < 1.0', 'bool', false],
      ['real(nan) > 1.0', 'bool', false],
      ['real(+inf) > 1e300', 'bool', true],
    ]));
  it('case rules', () =>
    checkScalars([
      ['"Abc" == "abc"', 'bool', false],
      ['"Abc" =~ "aBC"', 'bool', true],
      ['"Abc" in ("abc")', 'bool', false],
      ['"Abc" in~ ("abc")', 'bool', true],
      ['"Abc" contains "BC"', 'bool', true],
      ['"Abc" contains_cs "BC"', 'bool', false],
      ['"Abc" startswith "ab"', 'bool', true],
      ['"Abc" startswith_cs "ab"', 'bool', false],
    ]));
  it('terms are runs of letters and digits', () =>
    checkScalars([
      ['"North America" has "america"', 'bool', true],
      ['"NorthAmerica" has "america"', 'bool', false],
      ['"a_b-c.d" has "b"', 'bool', true],
      ['"10.0.0.1" has "10.0"', 'bool', true],
      ['"110.0.0.1" has "10.0"', 'bool', false],
      ['"North America" has_cs "america"', 'bool', false],
      ['"North America" hasprefix "ame"', 'bool', true],
      ['"North America" hassuffix "rica"', 'bool', true],
      ['"North America" hasprefix "rica"', 'bool', false],
      ['"North America" has_any ("south", "north")', 'bool', true],
      ['"North America" has_all ("south", "north")', 'bool', false],
      ['"North America" has_any (dynamic(["x", "America"]))', 'bool', true],
      ['"x" has ""', 'bool', true],
    ]));
});
