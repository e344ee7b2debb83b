/** What the service tells of its own work, as a result's statistics show it. Bytes and milliseconds. */
export interface ServiceStatistics {
  readonly cpuMs?: number;
  readonly serviceMs?: number;
  readonly rowsScanned?: number;
  readonly bytesReturned?: number;
  readonly peakMemoryBytes?: number;
  readonly regions?: string;
}

/** The parts of an answer's body that hold statistics; their structure varies, so each is optional. */
export interface StatisticsBody {
  readonly statistics?: {
    readonly query?: {
      readonly executionTime?: number;
      readonly resourceUsage?: { readonly cpu?: { readonly totalCpu?: string; readonly 'total cpu'?: string }; readonly memory?: { readonly peakPerNode?: number; readonly peak_per_node?: number } };
      readonly inputDatasetStatistics?: { readonly rows?: { readonly scanned?: number }; readonly rowstores?: { readonly scannedRows?: number } };
      readonly datasetStatistics?: readonly { readonly tableSize?: number }[];
    };
  };
  readonly dataSources?: readonly { readonly region?: string }[];
}

export function serviceStatistics({ statistics, dataSources }: StatisticsBody): ServiceStatistics {
  const query = statistics?.query;
  const cpu = query?.resourceUsage?.cpu?.totalCpu ?? query?.resourceUsage?.cpu?.['total cpu'];
  const memory = query?.resourceUsage?.memory?.peakPerNode ?? query?.resourceUsage?.memory?.peak_per_node;
  const input = query?.inputDatasetStatistics;
  const scanned = input === undefined ? undefined : (input.rows?.scanned ?? 0) + (input.rowstores?.scannedRows ?? 0);
  const returned = query?.datasetStatistics?.reduce((sum, { tableSize }) => sum + (tableSize ?? 0), 0);
  const regions = [...new Set((dataSources ?? []).flatMap(({ region }) => (region === undefined ? [] : [region])))].sort().join(', ');
  return {
    ...(cpu === undefined ? {} : { cpuMs: timespanMilliseconds(cpu) }),
    ...(query?.executionTime === undefined ? {} : { serviceMs: Math.round(query.executionTime * 1000) }),
    ...(scanned === undefined ? {} : { rowsScanned: scanned }),
    ...(returned === undefined ? {} : { bytesReturned: returned }),
    ...(memory === undefined ? {} : { peakMemoryBytes: memory }),
    ...(regions === '' ? {} : { regions }),
  };
}

/** `[d.]hh:mm:ss[.fffffff]` in milliseconds; 0 for anything else. */
function timespanMilliseconds(text: string): number {
  const match = /^(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return 0;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Math.round(((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000);
}
