import type { Identity } from '@collegial/connector-kit';

/** An identity that knows whether it was used. */
export interface WitnessedIdentity extends Identity {
  /** Tells one key from another without giving it away; `undefined` while no pseudonym was made. */
  fingerprint(): string | undefined;
}

/** Watches an identity, so that a target can refuse records whose pseudonyms were made with another key than those it has. */
export function witnessIdentity(identity: Identity): WitnessedIdentity {
  let used = false;
  return {
    pseudonym(kind, value) {
      used = true;
      return identity.pseudonym(kind, value);
    },
    ...(identity.hmac && {
      hmac: () => {
        used = true;
        return (identity.hmac as NonNullable<Identity['hmac']>)();
      },
    }),
    fingerprint: () => (used ? identity.pseudonym('collegial-key', 'fingerprint') : undefined),
  };
}
