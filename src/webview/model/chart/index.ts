export * from './chart.ts';
export * from './chartColumns.ts';
export * from './makeChart.ts';
export * from './stackPoints.ts';
