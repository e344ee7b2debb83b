import { describe, expect, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';
import { runKql } from '../../../support/runKql.ts';

describe('texts', () => {
  it('extract gives the asked group, converted', () =>
    checkScalars([
      ['extract("(\\\\d+)-(\\\\d+)", 0, "a 12-34")', 'string', '12-34'],
      ['extract("(\\\\d+)-(\\\\d+)", 2, "a 12-34")', 'string', '34'],
      ['extract("(\\\\d+)", 1, "abc12", typeof(long))', 'long', 12],
      ['extract("(\\\\d+)", 1, "abc", typeof(long))', 'long', null],
      ['extract("(\\\\d+)", 1, "abc")', 'string', ''],
      ['extract_all(@"(\\w)(\\w+)(\\w)", dynamic([1,3]), "8f63-24ad")', 'dynamic', [['8', '3'], ['2', 'd']]],
    ]));
  it('extract takes any group by its number, also a computed one', () =>
    checkScalars([
      ['extract("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", 11, "abcdefghijk")', 'string', 'k'],
      ['extract("(a)(b)", 3, "ab")', 'string', ''],
      ['extract("(a)(b)", strlen("xy"), "ab")', 'string', 'b'],
    ]));
  it('there is no group before the whole match', async () => {
    await expect(runKql('print extract("a", -3, "day")')).rejects.toThrow('KQL051');
    await expect(runKql('print extract("a", -strlen("x"), "day")')).rejects.toThrow('KQL060');
  });
  it('letters change their case as in the invariant culture', () =>
    checkScalars([
      ['toupper("straße ıi ẞ")', 'string', 'STRAßE ıI ẞ'],
      ['tolower("İSTANBUL I ẞ")', 'string', 'İstanbul i ß'],
      ['toupper(strcat("Ä", tolower("ÖÉ")))', 'string', 'ÄÖÉ'],
    ]));
  it('a list that is null has no text, and no text reaches that far', () =>
    checkScalars([
      ['strcat_array(dynamic(null), tostring(now()))', 'string', ''],
      ['substring("abc", 9223372036854775807)', 'string', ''],
      ['substring("abc", tolong(strcat("9223372036854775807", "")))', 'string', ''],
    ]));
  it('a regular expression that is none is named with its place, or as the failure of the run', async () => {
    await expect(runKql('print "abc" matches regex "("')).rejects.toThrow('KQL054');
    await expect(runKql('print extract("[", 1, "abc")')).rejects.toThrow('KQL054');
    await expect(runKql('print replace_regex("abc", "*", "")')).rejects.toThrow('KQL054');
    await expect(runKql('print trim("(", "abc")')).rejects.toThrow('KQL054');
  });
  it('indexof looks for each occurrence in the same length', () =>
    checkScalars([
      ['indexof("abcdefg", "cde", 1, 4)', 'long', 2],
      ['indexof("abcdefg", "cde", 1, 2)', 'long', -1],
      ['indexof("abcdefg", "cde", -5)', 'long', 2],
      ['indexof(1234567, 5, 1, 4)', 'long', 4],
      ['indexof("abcdefgabcdefg", "cde", 1, 10, 2)', 'long', 9],
      ['indexof("abcdefgabcdefg", "cde", 1, -1, 3)', 'long', -1],
      ['indexof("😀ab", "b")', 'long', 2],
    ]));
  it('strcat_delim takes a computed delimiter too', () =>
    checkScalars([
      ['strcat_delim("-", 1, "2", dynamic("A"), 1s)', 'string', '1-2-A-00:00:01'],
      ['strcat_delim(tostring(rand() > 2), 1, "b")', 'string', '1Falseb'],
    ]));
  it('tostring of each kind', () =>
    checkScalars([
      ['tostring(datetime(2020-01-01))', 'string', '2020-01-01T00:00:00.0000000Z'],
      ['tostring(-1.5h)', 'string', '-01:30:00'],
      ['tostring(true)', 'string', 'True'],
      ['tostring(dynamic({"a": 1}))', 'string', '{"a":1}'],
      ['tostring(dynamic("x"))', 'string', 'x'],
      ['tostring(dynamic(null))', 'string', ''],
      ['tostring(int(null))', 'string', ''],
      ['strcat("a", 1, true, 1d)', 'string', 'a1True1.00:00:00'],
    ]));
});

describe('parse_user_agent', () => {
  const agents = { air: 'Mozilla/5.0 (Windows; U; en-US) AppleWebKit/531.9 (KHTML, like Gecko) AdobeAIR/2.5.1', nokia: 'Mozilla/5.0 (SymbianOS/9.2; U; Series60/3.1 NokiaN81-3/10.0.032 Profile/MIDP-2.0 Configuration/CLDC-1.1 ) AppleWebKit/413 (KHTML, like Gecko) Safari/4' };
  const valueOf = async (expression: string) => (await runKql(`print x=${expression}`)).rows[0]?.[0];
  it('names what is looked for, with an empty text for what the agent does not tell', async () => {
    expect(await valueOf(`parse_user_agent("${agents.air}", "browser")`)).toEqual({ Browser: { Family: 'AdobeAIR', MajorVersion: '2', MinorVersion: '5', Patch: '1' } });
    expect(await valueOf(`parse_user_agent("${agents.nokia}", dynamic(["browser", "os", "device"]))`)).toEqual({
      Browser: { Family: 'Nokia OSS Browser', MajorVersion: '3', MinorVersion: '1', Patch: '' },
      OperatingSystem: { Family: 'Symbian OS', MajorVersion: '9', MinorVersion: '2', Patch: '', PatchMinor: '' },
      Device: { Family: 'Nokia N81', Brand: 'Nokia', Model: 'N81-3' },
    });
    expect(await valueOf('parse_user_agent("curl", "device")')).toEqual({ Device: { Family: 'Other', Brand: '', Model: '' } });
  });
  it('says what may be looked for', () => expect(valueOf('parse_user_agent("x", "nope")')).rejects.toThrow('KQL060'));
});
