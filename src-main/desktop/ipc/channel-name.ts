/** Names of channels as both ends write them. Apart from the schemas, so that the preload does not carry those. */
import type { Calls, News, Notices } from './channels.ts';

export type ChannelName = keyof Calls | keyof Notices | keyof News | 'enginePort';

export function channelName(name: ChannelName): string {
  return `desktop:${name}`;
}
