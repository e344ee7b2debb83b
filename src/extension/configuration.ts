import * as vscode from 'vscode';
import { contributions, type SettingKey } from './contributions.ts';

type Settings = typeof contributions.settings;
type Widened<T> = T extends boolean ? boolean : T extends number ? number : T extends 'utc' ? 'utc' | 'local' : T extends string ? string : Readonly<Record<string, unknown>>;

/** The value of one of our settings; the table's default when it has a value of another type. */
export function readSetting<K extends SettingKey>(key: K): Widened<Settings[K]['default']> {
  const standard: unknown = contributions.settings[key].default;
  const value: unknown = vscode.workspace.getConfiguration().get(key);
  return (typeof value === typeof standard ? value : standard) as Widened<Settings[K]['default']>;
}
