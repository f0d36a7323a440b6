/** What a production database is, in words. Pure. */
import type { Facts } from '../../store/production/types.ts';

export const GENERATIONS: Readonly<Record<Facts['generation'], string>> = {
  rails: 'Tasker for Rails',
  core: 'tasker-core',
};

export const READINESS: Readonly<Record<Facts['readiness'], string>> = {
  v01: 'readiness 0.1',
  v02: 'readiness 0.2',
  own: 'readiness of its own',
  none: 'no readiness functions',
};

export interface EncryptionWords {
  readonly words: string;
  readonly isGood: boolean;
  readonly detail: string;
}

export const ENCRYPTION: Readonly<Record<Facts['encryption'], EncryptionWords>> = {
  verified: {
    words: 'encrypted',
    isGood: true,
    detail: 'Encrypted, and the server has proved who it is.',
  },
  unverified: {
    words: 'encrypted, not verified',
    isGood: false,
    detail: 'Encrypted, but anybody could be at the other end: nobody has checked the server’s certificate.',
  },
  none: {
    words: 'not encrypted',
    isGood: false,
    detail: 'Everything is sent as plain text. This is only accepted on this machine.',
  },
  tunnel: {
    words: 'through an SSH tunnel',
    isGood: true,
    detail: 'Encrypted up to the host of the tunnel, whose key was checked.',
  },
};
