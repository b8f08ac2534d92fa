/** Sealing the secrets of authenticators anew. */
import { withTransaction } from '@xincheng/store/connection';
import { listSealedSecrets, replaceSealedSecret } from '@xincheng/store/identity';
import { identityOf, totpPlace } from '../identity/index.ts';
import { openSealer } from '../sealing/index.ts';
import type { Done, RotationWork, UnreadableValue } from './rotate-keys.ts';

/** All in one transaction: one for each account that has an authenticator. */
export async function resealSecrets({ platform, context, ring }: RotationWork): Promise<Done> {
  const sealer = openSealer(ring);
  return withTransaction(platform.database.owner, identityOf(context.actor), async (client) => {
    const unreadable: UnreadableValue[] = [];
    let rows = 0;
    for (const { accountId, sealed } of await listSealedSecrets(client)) {
      const fresh = sealer.reseal(sealed, totpPlace(accountId));
      if (!fresh.ok) unreadable.push({ place: 'account_credential', key: accountId, field: 'totp_secret' });
      else if (fresh.value !== sealed) {
        await replaceSealedSecret(client, accountId, fresh.value);
        rows += 1;
      }
    }
    return { rows, unreadable };
  });
}
