import { homedir, totalmem } from 'node:os';
import path from 'node:path';

export interface EngineArguments {
  readonly memoryMegabytes: number;
  readonly storage: string;
}

const megabyte = 1024 * 1024;

/** `--memory=<MiB>` and `--storage=<folder>`; by default half the machine's memory up to 2 GiB, and the account's cache folder. */
export function readEngineArguments(argv: readonly string[]): EngineArguments {
  const value = (name: string) => argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
  const memory = Number(value('memory'));
  return {
    memoryMegabytes: Number.isFinite(memory) && memory >= 64 ? Math.floor(memory) : Math.min(2048, Math.floor(totalmem() / megabyte / 2)),
    storage: value('storage') ?? path.join(cacheFolder(), 'identity-trail'),
  };
}

/** Loaded logs are as secret as the logs: they belong under the account's own folder, not where every account may write. */
function cacheFolder(): string {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  const chosen = process.env['XDG_CACHE_HOME'];
  return chosen !== undefined && path.isAbsolute(chosen) ? chosen : path.join(homedir(), '.cache');
}
