import { describe, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';

describe('numbers as text', () => {
  it('a real shows its shortest digits', () =>
    checkScalars([
      ['tostring(1.5)', 'string', '1.5'],
      ['tostring(1.0)', 'string', '1'],
      ['tostring(-0.001)', 'string', '-0.001'],
      ['tostring(1e15)', 'string', '1E+15'],
      ['tostring(123456789012345.0)', 'string', '123456789012345'],
      ['tostring(1.5e-7)', 'string', '1.5E-07'],
      ['tostring(real(nan))', 'string', 'NaN'],
      ['tostring(real(-inf))', 'string', '-Infinity'],
      ['tostring(real(null))', 'string', ''],
      ['strcat("x", 2.50)', 'string', 'x2.5'],
      ['tostring(decimal(1.50))', 'string', '1.5'],
    ]));
  it('tohex is unsigned and padded', () =>
    checkScalars([
      ['tohex(256)', 'string', '100'],
      ['tohex(-256)', 'string', 'ffffffffffffff00'],
      ['tohex(256, 8)', 'string', '00000100'],
    ]));
});
