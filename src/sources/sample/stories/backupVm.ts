import { at } from '../clock.ts';
import { cast, resources } from '../cast.ts';
import { vaultOperation } from '../activities.ts';
import { signIn } from '../signIns.ts';
import type { World } from '../world.ts';

/**
 * (a) A VM's managed identity asks for a token for ARM, then for one for Key Vault, and reads a secret 59 ms later.
 * The vault is reached through a private endpoint, so the caller's address is of the virtual network and matches no sign-in.
 */
export function backupVm(world: World): void {
  signIn(world, cast.backupVm, { time: at(13, '02:00:01.204'), resource: resources.arm });
  signIn(world, cast.backupVm, { time: at(13, '02:00:03.412'), resource: resources.keyVault });
  vaultOperation(world, cast.backupVm, { time: at(13, '02:00:03.471'), operation: 'SecretGet', vault: 'kv-lindholm-backup', item: 'backup-storage-key', address: '10.1.0.4' });
}
