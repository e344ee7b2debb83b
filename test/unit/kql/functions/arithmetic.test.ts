import { describe, expect, it } from 'vitest';
import { checkScalars } from '../../../support/checkKql.ts';
import { runKql } from '../../../support/runKql.ts';

describe('arithmetic', () => {
  it('divides whole numbers to whole numbers and never gives a negative remainder', () =>
    checkScalars([
      ['7 / 2', 'long', 3],
      ['-7 / 2', 'long', -3],
      ['7 / 2.0', 'real', 3.5],
      ['-7 % 3', 'long', 2],
      ['7 % -3', 'long', 1],
      ['-7.5 % 2', 'real', 0.5],
      ['1 / 0', 'long', null],
      ['1 % 0', 'long', null],
      ['1.0 / 0', 'real', 'Infinity'],
      ['0.0 / 0', 'real', 'NaN'],
    ]));
  it('refuses to overflow', async () => {
    await expect(runKql('print 9223372036854775807 + 1')).rejects.toThrow(/overflow/i);
    await expect(runKql('print 9223372036854775807 * 2')).rejects.toThrow(/overflow/i);
  });
  it('rounds up, and leaves whole numbers as they are', () =>
    checkScalars([
      ['ceiling(1.1)', 'real', 2],
      ['ceiling(-1.1)', 'real', -1],
      ['ceiling(9223372036854775807)', 'long', '9223372036854775807'],
      ['unixtime_seconds_todatetime(real(nan))', 'datetime', null],
    ]));
  it('bins down, also below zero; a size that is not positive gives null', () =>
    checkScalars([
      ['bin(-7, 5)', 'long', -10],
      ['bin(4.5, 1)', 'real', 4],
      ['bin(-4.5, 1)', 'real', -5],
      ['bin(time(16d), 7d)', 'timespan', '14.00:00:00'],
      ['bin(-1.5h, 1h)', 'timespan', '-02:00:00'],
      ['bin(datetime(1970-05-11 13:45:07), 1d)', 'datetime', '1970-05-11T00:00:00.0000000Z'],
      ['bin(7, 0)', 'long', null],
      ['bin(7, -5)', 'long', null],
      ['bin_at(6.5, 2.5, 7)', 'real', 4.5],
      ['bin_at(time(1h), 1d, 12h)', 'timespan', '-12:00:00'],
      ['bin_at(datetime(2017-05-15 10:20:00.0), 1d, datetime(1970-01-01 12:00:00.0))', 'datetime', '2017-05-14T12:00:00.0000000Z'],
    ]));
  it('converts to whole numbers by cutting, and to null beyond the type', () =>
    checkScalars([
      ['toint(2.9)', 'int', 2],
      ['tolong(-2.9)', 'long', -2],
      ['toint("2147483648")', 'int', null],
      ['tolong("0x1F")', 'long', 31],
      ['tolong("1.5")', 'long', null],
      ['toint(true)', 'int', 1],
      ['tolong("")', 'long', null],
    ]));
  it('keeps decimals exact or refuses', async () => {
    await checkScalars([
      ['todecimal("0.1") + todecimal("0.2")', 'decimal', '0.3'],
      ['decimal(2) * decimal(3.5)', 'decimal', '7'],
      ['decimal(1) / 4', 'decimal', '0.25'],
      ['todecimal(123456789.123)', 'decimal', '123456789.123'],
      ['todecimal("x")', 'decimal', null],
      ['todecimal(dynamic("1.5"))', 'decimal', '1.5'],
    ]);
    await expect(runKql('print decimal(1) / 3')).rejects.toThrow('KQL060');
    await expect(runKql('print todecimal("0.00000000001")')).rejects.toThrow('KQL060');
    await expect(runKql('print decimal(1.12345678901)')).rejects.toThrow('KQL024');
  });
  it('converts units, and unknown units to null', () =>
    checkScalars([
      ['convert_angle(1.2, "Degree", "Arcminute")', 'real', 72],
      ['convert_force(1.2, "Newton", "Decanewton")', 'real', 0.12],
      ['round(convert_length(1.2, "Meter", "Foot"), 8)', 'real', 3.93700787],
      ['round(convert_mass(1.2, "Kilogram", "Pound"), 8)', 'real', 2.64554715],
      ['round(convert_speed(1.2, "MeterPerSecond", "CentimeterPerHour"), 6)', 'real', 432_000],
      ['round(convert_energy(1.2, "Joule", "BritishThermalUnit"), 10)', 'real', 0.0011373805],
      ['round(convert_volume(1.2, "CubicMeter", "AcreFoot"), 9)', 'real', 0.000972856],
      ['convert_temperature(1.2, "Kelvin", "DegreeCelsius")', 'real', -271.95],
      ['round(convert_temperature(212.0, "DegreeFahrenheit", "DegreeRoemer"), 6)', 'real', 60],
      ['convert_mass(1.2, "Kilogram", "Meter")', 'real', null],
    ]));
});
