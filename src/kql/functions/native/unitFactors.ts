/** How much of the quantity's base unit one of a unit is. */
export type UnitFactors = Readonly<Record<string, number>>;

const prefixes = { Nano: 1e-9, Micro: 1e-6, Milli: 1e-3, Centi: 1e-2, Deci: 0.1, Deca: 10, Hecto: 100, Kilo: 1e3, Mega: 1e6, Giga: 1e9, Tera: 1e12 } as const;
type Prefix = keyof typeof prefixes;

function prefixed(unit: string, factor: number, ...names: readonly Prefix[]): UnitFactors {
  const lower = unit.charAt(0).toLowerCase() + unit.slice(1);
  return { [unit]: factor, ...Object.fromEntries(names.map((name) => [name + lower, prefixes[name] * factor])) };
}

const radian = 180 / Math.PI;
const inch = 0.0254;
const foot = 0.3048;
const surveyFoot = 1200 / 3937;
const pound = 0.45359237;
const gravity = 9.80665;
const britishThermalUnit = 1055.05585262;
const usGallon = 0.003785411784;
const imperialGallon = 0.00454609;

/** In degrees. */
export const angles: UnitFactors = {
  Arcminute: 1 / 60, Arcsecond: 1 / 3600, Gradian: 0.9, NatoMil: 9 / 160, Revolution: 360,
  ...prefixed('Radian', radian, 'Centi', 'Deci', 'Micro', 'Milli', 'Nano'), ...prefixed('Degree', 1, 'Micro', 'Milli', 'Nano'),
};

/** In joules. */
export const energies: UnitFactors = {
  Erg: 1e-7, FootPound: 1.355817948, HorsepowerHour: 2.6845195377e6,
  ThermEc: 1.05505585262e8, ThermImperial: 1.05505585257348e8, ThermUs: 1.054804e8, DecathermEc: 1.05505585262e9, DecathermImperial: 1.05505585257348e9, DecathermUs: 1.054804e9,
  ...prefixed('BritishThermalUnit', britishThermalUnit, 'Kilo', 'Mega', 'Giga'), ...prefixed('Calorie', 4.184, 'Kilo', 'Mega'), ...prefixed('ElectronVolt', 1.602176565e-19, 'Kilo', 'Mega', 'Giga', 'Tera'),
  ...prefixed('Joule', 1, 'Milli', 'Kilo', 'Mega', 'Giga'), ...prefixed('WattDay', 86_400, 'Kilo', 'Mega', 'Giga', 'Tera'), ...prefixed('WattHour', 3600, 'Kilo', 'Mega', 'Giga', 'Tera'),
};

/** In newtons. */
export const forces: UnitFactors = {
  Dyn: 1e-5, KilogramForce: gravity, KiloPond: gravity, OunceForce: (pound * gravity) / 16, Poundal: 0.138254954376, ShortTonForce: 2000 * pound * gravity, TonneForce: 1000 * gravity,
  PoundForce: pound * gravity, KilopoundForce: 1000 * pound * gravity, ...prefixed('Newton', 1, 'Deca', 'Kilo', 'Mega', 'Micro', 'Milli'),
};

/** In metres. */
export const lengths: UnitFactors = {
  Angstrom: 1e-10, AstronomicalUnit: 1.495978707e11, Chain: 66 * foot, DataMile: 6000 * foot, DtpPica: inch / 6, DtpPoint: inch / 72, PrinterPica: inch / 6.02249, PrinterPoint: inch / 72.27,
  Fathom: 6 * foot, Foot: foot, Hand: 4 * inch, Inch: inch, Microinch: inch * 1e-6, Mil: inch / 1000, Mile: 5280 * foot, NauticalMile: 1852, Shackle: 90 * foot, SolarRadius: 6.9551e8,
  Twip: inch / 1440, UsSurveyFoot: surveyFoot, Yard: 3 * foot,
  ...prefixed('LightYear', 9.46073047258e15, 'Kilo', 'Mega'), ...prefixed('Parsec', 3.08567758128e16, 'Kilo', 'Mega'), ...prefixed('Meter', 1, 'Centi', 'Deca', 'Deci', 'Hecto', 'Kilo', 'Micro', 'Milli', 'Nano'),
};

/** In kilograms. */
export const masses: UnitFactors = {
  EarthMass: 5.9722e24, Grain: pound / 7000, LongHundredweight: 112 * pound, LongTon: 2240 * pound, Ounce: pound / 16, ShortHundredweight: 100 * pound, ShortTon: 2000 * pound,
  Slug: (pound * gravity) / foot, SolarMass: 1.98947e30, Stone: 14 * pound,
  ...prefixed('Gram', 1e-3, 'Centi', 'Deca', 'Deci', 'Hecto', 'Kilo', 'Micro', 'Milli', 'Nano'), ...prefixed('Pound', pound, 'Kilo', 'Mega'), ...prefixed('Tonne', 1000, 'Kilo', 'Mega'),
};

/** In metres a second. */
export const speeds: UnitFactors = {
  Knot: 1852 / 3600, MilePerHour: (5280 * foot) / 3600,
  ...perTime('CentimeterPer', 1e-2), ...perTime('DecimeterPer', 0.1), ...perTime('FootPer', foot), ...perTime('InchPer', inch), ...perTime('KilometerPer', 1000), ...perTime('MeterPer', 1),
  ...perTime('MicrometerPer', 1e-6), ...perTime('MillimeterPer', 1e-3), ...perTime('NanometerPer', 1e-9), ...perTime('UsSurveyFootPer', surveyFoot), ...perTime('YardPer', 3 * foot),
};

function perTime(name: string, factor: number): UnitFactors {
  return { [`${name}Hour`]: factor / 3600, [`${name}Minute`]: factor / 60, [`${name}Second`]: factor };
}

/** In cubic metres. */
export const volumes: UnitFactors = {
  AcreFoot: 1233.48183754752, AuTablespoon: 2e-5, BoardFoot: foot ** 3 / 12, CubicCentimeter: 1e-6, CubicDecimeter: 1e-3, CubicHectometer: 1e6, CubicInch: inch ** 3, CubicKilometer: 1e9,
  CubicMicrometer: 1e-18, CubicMile: (5280 * foot) ** 3, CubicMillimeter: 1e-9, CubicYard: (3 * foot) ** 3, ImperialBeerBarrel: 36 * imperialGallon, ImperialOunce: imperialGallon / 160,
  ImperialPint: imperialGallon / 8, MetricCup: 2.5e-4, MetricTeaspoon: 5e-6, OilBarrel: 42 * usGallon, UkTablespoon: 1.5e-5, UsBeerBarrel: 31 * usGallon, UsCustomaryCup: usGallon / 16,
  UsLegalCup: 2.4e-4, UsOunce: usGallon / 128, UsPint: usGallon / 8, UsQuart: usGallon / 4, UsTablespoon: usGallon / 256, UsTeaspoon: usGallon / 768,
  ...prefixed('CubicFoot', foot ** 3, 'Hecto', 'Kilo', 'Mega'), ...prefixed('CubicMeter', 1, 'Hecto', 'Kilo'), ...prefixed('ImperialGallon', imperialGallon, 'Kilo', 'Mega'),
  ...prefixed('Liter', 1e-3, 'Centi', 'Deca', 'Deci', 'Hecto', 'Kilo', 'Mega', 'Micro', 'Milli'), UsGallon: usGallon, DecausGallon: usGallon * 10, DeciusGallon: usGallon / 10,
  HectousGallon: usGallon * 100, KilousGallon: usGallon * 1000, MegausGallon: usGallon * 1e6,
};
