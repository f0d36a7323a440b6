/**
 * The only place that receives messages of the page. Each passes the same two doors: it comes from the main frame of our
 * own page, and its arguments are what the list of channels says.
 */
import { CALLS, NOTICES } from './channels.ts';
import type { Calls, Notices } from './channels.ts';
import { channelName } from './channel-name.ts';

/** The frame a message came from; Electron's `WebFrameMain` is one. */
export interface SenderFrame {
  readonly origin: string;
  readonly parent: unknown;
}

export interface MessageEvent {
  /** Null when the frame is gone already. */
  readonly senderFrame: SenderFrame | null;
}

/** The part of `ipcMain` that is used. */
export interface Receiver {
  handle(channel: string, listener: (event: MessageEvent, ...args: unknown[]) => Promise<unknown>): void;
  on(channel: string, listener: (event: MessageEvent, ...args: unknown[]) => void): void;
}

export interface Door {
  readonly origins: ReadonlySet<string>;
  /** Told of every message that was refused, and of every call that failed. */
  report(message: string, error?: unknown): void;
}

export function receiveCalls(receiver: Receiver, door: Door, calls: Calls): void {
  for (const name of namesOf(CALLS)) receiveCall(receiver, door, name, calls);
}

export function receiveNotices(receiver: Receiver, door: Door, notices: Notices): void {
  for (const name of namesOf(NOTICES)) receiveNotice(receiver, door, name, notices);
}

function receiveCall(receiver: Receiver, door: Door, name: keyof Calls, calls: Calls): void {
  receiver.handle(channelName(name), async (event, ...args) => {
    if (!mayPass(event, door)) throw refused(door, name, 'not from the page');
    const checked = CALLS[name].safeParse(args);
    if (!checked.success) throw refused(door, name, 'arguments do not fit');
    try {
      return await applied(calls[name], checked.data);
    } catch (error) {
      door.report(`${name} failed`, error);
      // The page is told that it failed, and nothing of how: paths and stacks stay here.
      throw new Error(`${name} failed.`, { cause: error });
    }
  });
}

function receiveNotice(receiver: Receiver, door: Door, name: keyof Notices, notices: Notices): void {
  receiver.on(channelName(name), (event, ...args) => {
    const checked = mayPass(event, door) ? NOTICES[name].safeParse(args) : undefined;
    if (checked?.success !== true) refused(door, name, 'sender or arguments do not fit');
    else applied(notices[name], checked.data);
  });
}

function mayPass({ senderFrame }: MessageEvent, { origins }: Door): boolean {
  return senderFrame !== null && senderFrame.parent === null && origins.has(senderFrame.origin);
}

function refused(door: Door, name: string, reason: string): Error {
  const message = `${name} refused: ${reason}`;
  door.report(message);
  return new Error(message);
}

/** TypeScript cannot see that arguments and function belong together once the name is a variable. */
function applied(run: (...args: never[]) => unknown, args: readonly unknown[]): unknown {
  return (run as (...args: readonly unknown[]) => unknown)(...args);
}

function namesOf<T extends object>(table: T): readonly (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[];
}
